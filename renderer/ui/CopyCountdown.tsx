import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from './useNow'

/**
 * Counted from when the copy was confirmed, on this window's own clock; mounted anew for each
 * copy.
 */
export function CopyCountdown({ seconds }: { seconds: number }) {
  const { t } = useTranslation('common')
  const now = useNow(500)
  const [endsAt] = useState(() => now + seconds * 1000)
  const left = Math.ceil((endsAt - now) / 1000)
  return (
    // Not a live region: a screen reader would say every second aloud.
    <Typography variant="body2" color="textSecondary">
      {left > 0 ? t('secret.clearedIn', { seconds: left }) : t('secret.cleared')}
    </Typography>
  )
}
