import Alert from '@mui/material/Alert'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { useMay } from '../../ui/useMay'
import { PolicyForm } from './PolicyForm'

export function PoliciesPage() {
  const { t } = useTranslation('policies')
  const mayChange = useMay()('policy.set')
  const policy = useAnswer('policy.get', undefined)
  const failure = failureIn(policy.error)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {failure && <FailureNotice failure={failure} onRetry={() => void policy.refetch()} />}
      {!mayChange && (
        <Alert severity="info" sx={{ mb: 3, maxWidth: 680 }}>
          {t('readOnly')}
        </Alert>
      )}
      {policy.isPending && <Skeleton variant="rounded" height={320} sx={{ maxWidth: 680 }} />}
      {policy.data && (
        <PolicyForm
          policy={policy.data}
          readOnly={!mayChange}
          onOutdated={() => void policy.refetch()}
        />
      )}
    </>
  )
}
