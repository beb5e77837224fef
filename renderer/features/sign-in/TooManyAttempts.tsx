import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'

/** Counts the wait down; a screen reader hears it once, for a timer announces no changes. */
export function TooManyAttempts({ seconds }: { seconds: number }) {
  const { t } = useTranslation('signIn')
  return (
    <Alert severity="warning">
      {t('tooMany.what')}{' '}
      <span role="timer">
        {seconds > 0 ? t('tooMany.wait', { count: seconds }) : t('tooMany.over')}
      </span>
    </Alert>
  )
}
