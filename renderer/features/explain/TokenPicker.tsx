import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundToken } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { NameAndId } from '../../ui/NameAndId'
import { TokenBadges } from '../../ui/TokenBadges'

type Props = {
  value: FoundToken | null
  onChange: (found: FoundToken | null) => void
  error: string | undefined
}

const nameOf = ({ token, userName }: FoundToken) => `${token.name} · ${userName}`

/** One token out of all of them, found in main by its name, its ID or its user. */
export function TokenPicker({ value, onChange, error }: Props) {
  const { t } = useTranslation('explain')
  const [typed, setTyped] = useState(value ? nameOf(value) : '')
  const search = useDeferredValue(typed.trim())
  const isChosen = value !== null && nameOf(value) === search
  const tokens = useAnswer(
    'tokens.find',
    search !== '' && !isChosen ? { search: search.slice(0, 120) } : {},
  )
  return (
    <Autocomplete<FoundToken>
      value={value}
      onChange={(_event, found) => onChange(found)}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      options={tokens.data ?? []}
      filterOptions={(found) => found}
      getOptionLabel={nameOf}
      getOptionKey={({ token }) => token.id}
      isOptionEqualToValue={(a, b) => a.token.id === b.token.id}
      loading={tokens.isPending}
      noOptionsText={t('tokenNone')}
      autoHighlight
      renderOption={({ key, ...option }, { token, userName }) => (
        <Box component="li" key={key} {...option} sx={{ gap: 2 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <NameAndId name={`${token.name} · ${userName}`} id={token.id} />
          </Box>
          <TokenBadges token={token} />
        </Box>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={t('token')}
          error={error !== undefined}
          helperText={error ?? (value ? value.token.id : t('tokenHint'))}
        />
      )}
      sx={{ gridColumn: '1 / -1' }}
    />
  )
}
