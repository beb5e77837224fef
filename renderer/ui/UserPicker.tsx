import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState, type ReactNode } from 'react'
import type { UserId } from '../../electron/contract/id'
import type { User, UserKind, UserStatus } from '../../electron/contract/user'
import { useAnswer } from '../keyward'

type Props = {
  value: User | null
  onChange: (user: User | null) => void
  label: string
  hint: ReactNode
  /** Said where nobody matches. */
  noneText?: string
  error?: boolean
  /** Only users of this kind or status. */
  kind?: UserKind
  status?: UserStatus
  /** Not this one. */
  without?: UserId
  /** A field among others, rather than the first of a form. */
  isPlain?: boolean
}

/** A user, found by any part of a name, in main. */
export function UserPicker(props: Props) {
  const { value, onChange, label, hint, noneText, error = false, kind, status } = props
  const { without, isPlain = false } = props
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const users = useAnswer('users.list', {
    pageSize: 50,
    ...(kind && { kind }),
    ...(status && { status }),
    ...(search !== '' && value?.displayName !== search && { search: search.slice(0, 120) }),
  })
  return (
    <Autocomplete<User>
      value={value}
      onChange={(_event, user) => onChange(user)}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      options={(users.data?.rows ?? []).filter(({ id }) => id !== without)}
      filterOptions={(found) => found}
      getOptionLabel={(user) => user.displayName}
      getOptionKey={(user) => user.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      loading={users.isFetching}
      {...(noneText !== undefined && { noOptionsText: noneText })}
      renderOption={({ key, ...option }, user) => (
        <li key={key} {...option}>
          {user.displayName} · {user.username}
        </li>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={label}
          helperText={hint}
          error={error}
          autoFocus={!isPlain}
          {...(isPlain && { size: 'small' })}
        />
      )}
    />
  )
}
