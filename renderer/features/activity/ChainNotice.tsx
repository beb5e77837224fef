import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { ChainState } from '../../../electron/contract/activity'

export function ChainNotice({ chain }: { chain: ChainState }) {
  const { t } = useTranslation('activity')
  return chain.brokenAt === null ? (
    <Alert severity="success" role="status" sx={{ mb: 2 }}>
      {t('verify.unbroken', { count: chain.checked })}
    </Alert>
  ) : (
    <Alert severity="error" sx={{ mb: 2 }}>
      {t('verify.broken', { seq: chain.brokenAt })}
    </Alert>
  )
}
