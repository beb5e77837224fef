import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { PolicyImpact } from '../../../electron/contract/policy-impact'

/** The worst first: what is in use and stops. */
export function ImpactWords({ impact }: { impact: PolicyImpact }) {
  const { t } = useTranslation('policies')
  const { stopping, stoppingInUse, counts } = impact
  const others = stopping - stoppingInUse
  return (
    <>
      {stoppingInUse > 0 && (
        <Alert severity="error">{t('impact.inUse', { count: stoppingInUse })}</Alert>
      )}
      {others > 0 && (
        <Alert severity="warning">
          {t(stoppingInUse > 0 ? 'impact.othersStop' : 'impact.unusedStop', { count: others })}
        </Alert>
      )}
      {counts.works_again > 0 && (
        <Alert severity="info">{t('impact.revived', { count: counts.works_again })}</Alert>
      )}
      {counts.name_unfit > 0 && (
        <Alert severity="info">{t('impact.unfit', { count: counts.name_unfit })}</Alert>
      )}
    </>
  )
}
