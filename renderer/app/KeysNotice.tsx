import KeyOffRounded from '@mui/icons-material/KeyOffRounded'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../keyward'
import { toneColours } from '../ui/tones'

/**
 * Stays for as long as the machine has no keychain: whoever reads the profile can read the keys.
 * A demo's keys go with its profile when it is closed.
 */
export function KeysNotice() {
  const { t } = useTranslation('shell')
  const { data: about } = useAnswer('settings.about', undefined)
  if (about?.keysKeptIn !== 'file' || about.demo) return null
  return (
    <Box
      role="note"
      sx={(theme) => {
        const { text, background } = toneColours(theme, 'notice')
        return {
          flexShrink: 0,
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 2,
          py: 0.75,
          color: text,
          backgroundColor: background,
          fontSize: theme.typography.body2.fontSize,
        }
      }}
    >
      <KeyOffRounded aria-hidden sx={{ fontSize: 16 }} />
      {t('keysInFile')}
    </Box>
  )
}
