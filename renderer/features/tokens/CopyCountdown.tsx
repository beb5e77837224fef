import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui/useNow'

/**
 * Counted from when the copy was confirmed, on this window's own clock; mounted anew for each
 * copy.
 */
export function CopyCountdown({ seconds }: { seconds: number }) {
  const { t } = useTranslation('tokens')
  const now = useNow(500)
  const [endsAt] = useState(() => now + seconds * 1000)
  const left = Math.ceil((endsAt - now) / 1000)
  return (
    // Not a live region: a screen reader would say every second aloud.
    <Typography variant="body2" color="textSecondary">
      {left > 0 ? t('created.clearedIn', { seconds: left }) : t('created.cleared')}
    </Typography>
  )
}
