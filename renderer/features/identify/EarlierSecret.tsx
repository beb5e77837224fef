import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useTranslation } from 'react-i18next'
import { exactWords, localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'

/** Of one of our tokens, but not the secret in use: valid for a while, or not any more. */
export function EarlierSecret({ validUntil }: { validUntil: number }) {
  const { t } = useTranslation('identify')
  const isValid = validUntil > useNow()
  return (
    <Alert severity={isValid ? 'info' : 'warning'}>
      <AlertTitle>{t('earlier.title')}</AlertTitle>
      {isValid
        ? t('earlier.valid', { moment: exactWords(validUntil, localZone()) })
        : t('earlier.over')}
    </Alert>
  )
}
