import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../../electron/contract/listening'
import { Fact, Facts } from '../../ui/Facts'
import { WhenDay } from '../../ui/WhenDay'

export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('api')
  const { subject, issuer, selfSigned, names, validUntil, fingerprint } = certificate
  return (
    <Box sx={{ mt: 1, p: 1.5, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Facts>
        <Fact name={t('certificate.subject')}>{subject}</Fact>
        <Fact name={t('certificate.issuer')}>
          {selfSigned ? t('certificate.selfSigned') : issuer}
        </Fact>
        <Fact name={t('certificate.names')}>
          {names.length === 0 ? t('certificate.noNames') : names.join(', ')}
        </Fact>
        <Fact name={t('certificate.validUntil')}>
          <WhenDay at={validUntil} />
        </Fact>
        <Fact name={t('certificate.fingerprint')}>
          <Box component="code" sx={{ fontSize: 11 }}>
            {fingerprint}
          </Box>
        </Fact>
      </Facts>
    </Box>
  )
}
