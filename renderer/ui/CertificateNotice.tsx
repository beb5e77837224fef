import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../electron/contract/gateway'
import { useFailureText } from './failure-text'
import { localZone, relativeDays } from './moments'
import { useNow } from './useNow'

const soon = 30 * 86_400_000

/** A certificate that callers refuse, or will soon, and a renewal that came to nothing. */
export function CertificateNotice({ gateway }: { gateway: GatewayState }) {
  const { t } = useTranslation('api')
  const failureText = useFailureText()
  const now = useNow()
  const { certificate, renewalFailure } = gateway
  if (!certificate) return null
  const { validUntil } = certificate
  const when = relativeDays(validUntil, now, localZone())
  return (
    <>
      {renewalFailure && (
        <Alert severity="error">
          {t('certificate.renewalFailed', { reason: failureText({ code: renewalFailure }) })}
        </Alert>
      )}
      {validUntil <= now && <Alert severity="error">{t('certificate.expired', { when })}</Alert>}
      {validUntil > now && validUntil - now < soon && (
        <Alert severity="warning">{t('certificate.expiresSoon', { when })}</Alert>
      )}
    </>
  )
}
