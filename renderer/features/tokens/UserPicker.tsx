import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../electron/contract/user'
import { useAnswer } from '../../keyward'

type Props = { value: User | null; onChange: (user: User | null) => void }

/** Whose token it will be; found by any part of a name, in main. */
export function UserPicker({ value, onChange }: Props) {
  const { t } = useTranslation('tokens')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const users = useAnswer('users.list', {
    pageSize: 50,
    ...(search !== '' && value?.displayName !== search && { search: search.slice(0, 120) }),
  })
  return (
    <Autocomplete<User>
      value={value}
      onChange={(_event, user) => onChange(user)}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      options={users.data?.rows ?? []}
      filterOptions={(found) => found}
      getOptionLabel={(user) => user.displayName}
      getOptionKey={(user) => user.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      loading={users.isFetching}
      renderOption={({ key, ...option }, user) => (
        <li key={key} {...option}>
          {user.displayName} · {user.username}
        </li>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={t('create.user')}
          helperText={t('create.userHint')}
          autoFocus
        />
      )}
    />
  )
}
