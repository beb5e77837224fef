import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exampleOf, fitsPattern } from '../../../electron/contract/name-pattern'

/** Shows at once what the forms above mean: an example of each, and whether a name fits. */
export function NameTrial({ patterns }: { patterns: string[] }) {
  const { t } = useTranslation('policies')
  const [typed, setTyped] = useState('')
  const name = typed.trim().normalize('NFC')
  const fitting = patterns.find((pattern) => fitsPattern(name, pattern))
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography variant="body2" color="textSecondary">
        {t('names.examples', { names: patterns.map(exampleOf).join(', ') })}
      </Typography>
      <TextField
        label={t('names.try')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        // Enter would save the policy, and nobody means that here.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        error={name !== '' && fitting === undefined}
        helperText={
          <span role="status">
            {name === ''
              ? t('names.tryHint')
              : fitting === undefined
                ? t('names.fitsNone')
                : t('names.fits', { pattern: fitting })}
          </span>
        }
        slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
        sx={{ maxWidth: 400 }}
      />
    </Stack>
  )
}
