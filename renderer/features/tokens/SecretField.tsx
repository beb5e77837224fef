import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

/** All 66 characters are seen at once: in a narrow window they wrap rather than hide. */
export function SecretField({ secret }: { secret: string }) {
  const { t } = useTranslation('tokens')
  return (
    <TextField
      label={t('created.secret')}
      value={secret}
      multiline
      fullWidth
      onFocus={(event) => event.target.select()}
      slotProps={{
        htmlInput: { readOnly: true, spellCheck: false, autoComplete: 'off' },
        input: { sx: { fontFamily: 'monospace', '& textarea': { wordBreak: 'break-all' } } },
      }}
    />
  )
}
