import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'
import { CopyableText } from '../../ui/CopyableText'

/** What an auditor compares with the fingerprint in a proof. */
export function SigningKeyLine() {
  const { t } = useTranslation('activity')
  const { data } = useAnswer('activity.signingKey', undefined)
  if (!data) return null
  return (
    <Typography
      component="div"
      variant="caption"
      color="textSecondary"
      sx={{ mt: 2, '& code': { fontSize: '0.6875rem' } }}
    >
      {t('signingKey.label')}{' '}
      <CopyableText text={data.fingerprint} copyLabel={t('signingKey.copy')} />
      <br />
      {t('signingKey.hint')}
    </Typography>
  )
}
