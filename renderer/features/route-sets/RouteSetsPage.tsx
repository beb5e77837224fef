import AddRounded from '@mui/icons-material/AddRounded'
import AltRouteRounded from '@mui/icons-material/AltRouteRounded'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { useMay } from '../../ui/useMay'
import { NewRouteSetDialog } from './NewRouteSetDialog'
import { RouteSetList } from './RouteSetList'

export function RouteSetsPage() {
  const { t } = useTranslation('routeSets')
  const mayCreate = useMay()('routeSets.create')
  const [creating, setCreating] = useState(false)
  const routeSets = useAnswer('routeSets.list', undefined)
  const failure = failureIn(routeSets.error)
  const create = mayCreate && (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setCreating(true)}>
      {t('new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={create} />
      {failure && <FailureNotice failure={failure} onRetry={() => void routeSets.refetch()} />}
      {routeSets.data?.length === 0 && (
        <EmptyState
          icon={<AltRouteRounded />}
          title={t('empty.title')}
          text={mayCreate ? t('empty.text') : `${t('empty.text')} ${t('empty.readOnly')}`}
          action={create}
        />
      )}
      {routeSets.data && routeSets.data.length > 0 && <RouteSetList routeSets={routeSets.data} />}
      {creating && <NewRouteSetDialog onClose={() => setCreating(false)} />}
    </>
  )
}
