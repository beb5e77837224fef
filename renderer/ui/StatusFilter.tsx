import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { tokenStatuses, type TokenStatus } from '../../electron/contract/token'

type Props = {
  value: TokenStatus | undefined
  onChange(status: TokenStatus | undefined): void
  /** Those that the list can hold. */
  statuses?: readonly TokenStatus[]
}

/** Of a list of tokens only those with one status. */
export function StatusFilter({ value, onChange, statuses = tokenStatuses }: Props) {
  const { t } = useTranslation('common')
  return (
    <TextField
      select
      size="small"
      label={t('statusFilter.label')}
      value={value ?? ''}
      onChange={(event) => onChange(statuses.find((one) => one === event.target.value))}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ width: 150, flexShrink: 0 }}
    >
      <MenuItem value="">{t('statusFilter.any')}</MenuItem>
      {statuses.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`tokenStatus.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Of tokens that are not revoked. */
export const currentStatuses = tokenStatuses.filter((one) => one !== 'revoked')
