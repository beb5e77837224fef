import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { UserKind, UserStatus } from '../../../electron/contract/user'
import { SearchField } from '../../ui/SearchField'

type UserFiltersProps = {
  search: string
  onSearch(search: string): void
  kind: UserKind | undefined
  onKind(kind: UserKind | undefined): void
  status: UserStatus | undefined
  onStatus(status: UserStatus | undefined): void
}

export function UserFilters(props: UserFiltersProps) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  return (
    <Stack direction="row" sx={{ gap: 2, mb: 2 }}>
      <SearchField label={t('search')} value={props.search} onChange={props.onSearch} />
      <Choice
        label={t('kind')}
        value={props.kind}
        onChange={props.onKind}
        choices={UserKind.options.map((one) => [one, common(`userKind.${one}`)])}
      />
      <Choice
        label={t('status')}
        value={props.status}
        onChange={props.onStatus}
        choices={UserStatus.options.map((one) => [one, common(`userStatus.${one}`)])}
      />
    </Stack>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T | undefined
  onChange(value: T | undefined): void
  choices: [value: T, label: string][]
}

function Choice<T extends string>({ label, value, onChange, choices }: ChoiceProps<T>) {
  const { t } = useTranslation('users')
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(choices.find(([one]) => one === event.target.value)?.[0])}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ width: 180 }}
    >
      <MenuItem value="">{t('any')}</MenuItem>
      {choices.map(([one, words]) => (
        <MenuItem key={one} value={one}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  )
}
