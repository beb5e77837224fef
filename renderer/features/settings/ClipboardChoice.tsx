import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { clipboardSecondsChoices, type Settings } from '../../../electron/contract/settings'

type Seconds = Settings['clipboardSeconds']
type Props = { value: Seconds; disabled: boolean; onChange: (seconds: Seconds) => void }

export function ClipboardChoice({ value, disabled, onChange }: Props) {
  const { t } = useTranslation('settings')
  return (
    <TextField
      select
      label={t('clipboard.label')}
      helperText={t('clipboard.hint')}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(Number(event.target.value) as Seconds)}
      sx={{ maxWidth: 360 }}
    >
      {clipboardSecondsChoices.map((seconds) => (
        <MenuItem key={seconds} value={seconds}>
          {t('clipboard.seconds', { seconds })}
        </MenuItem>
      ))}
    </TextField>
  )
}
