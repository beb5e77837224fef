import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { everyAddress, isLoopback, loopbackAddresses } from '../../../electron/contract/listening'
import { useFieldText } from '../../ui/field-text'
import type { ListeningForm } from './listening-form'

type Props = { form: ListeningForm; ownAddresses: string[] }

/** The addresses of this computer that go with who can call it. */
export function AddressField({ form, ownAddresses }: Props) {
  const { t } = useTranslation('api')
  const fieldText = useFieldText()
  const { field, fieldState } = useController({ control: form.control, name: 'address' })
  const words: Record<string, string> = {
    '127.0.0.1': t('listening.loopback4'),
    '::1': t('listening.loopback6'),
    '0.0.0.0': t('listening.every4'),
    '::': t('listening.everyBoth'),
  }
  const choices: string[] = isLoopback(field.value)
    ? [...loopbackAddresses]
    : [...everyAddress, ...ownAddresses]
  return (
    <TextField
      {...field}
      select
      size="small"
      label={t('listening.address')}
      error={fieldState.invalid}
      helperText={fieldText(fieldState.error?.message)}
      sx={{ width: 320 }}
    >
      {choices.map((address) => (
        <MenuItem key={address} value={address}>
          {words[address] ?? address}
        </MenuItem>
      ))}
      {!choices.includes(field.value) && (
        <MenuItem value={field.value}>{t('listening.gone', { address: field.value })}</MenuItem>
      )}
    </TextField>
  )
}
