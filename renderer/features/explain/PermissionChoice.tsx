import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { Permission, permissions } from '../../../electron/contract/permission'

type Props = { value: Permission; disabled: boolean; onChange: (permission: Permission) => void }

export function PermissionChoice({ value, disabled, onChange }: Props) {
  const { t } = useTranslation('explain')
  const { t: common } = useTranslation('common')
  return (
    <TextField
      select
      label={t('permission')}
      value={value}
      onChange={(event) => onChange(Permission.parse(event.target.value))}
      disabled={disabled}
    >
      {permissions.map((one) => (
        <MenuItem key={one} value={one}>
          {common(`permission.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
