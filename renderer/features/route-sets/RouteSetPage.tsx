import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteSetId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { PageTabs } from '../../ui/PageTabs'
import { useMay } from '../../ui/useMay'
import { DeleteRouteSetDialog } from './DeleteRouteSetDialog'
import { pathOfRouteSet, routeSetsPath } from './route-set-path'

const tabs = ['rules', 'configuration'] as const

type Props = { routeSetId: RouteSetId; tab: (typeof tabs)[number]; children: ReactNode }

export function RouteSetPage({ routeSetId, tab, children }: Props) {
  const { t } = useTranslation('routeSets')
  const may = useMay()
  const [deleting, setDeleting] = useState(false)
  const { data: routeSet, error, refetch } = useAnswer('routeSets.get', { id: routeSetId })
  const failure = failureIn(error)
  const back = { label: t('page.back'), to: routeSetsPath }
  if (failure && !routeSet) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <FailureNotice failure={failure} onRetry={() => void refetch()} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        back={back}
        title={routeSet?.title ?? <Skeleton width={240} />}
        subtitle={
          routeSet && (
            <Box component="code" sx={{ userSelect: 'text' }}>
              {routeSet.name}
            </Box>
          )
        }
        actions={
          routeSet &&
          may('routeSets.delete') && (
            <Button
              color="error"
              startIcon={<DeleteOutlineRounded />}
              onClick={() => setDeleting(true)}
            >
              {t('remove.button')}
            </Button>
          )
        }
      />
      {routeSet?.enabled === false && (
        <Alert severity="warning" sx={{ mb: 2, maxWidth: 1000 }}>
          {t('page.off')}
        </Alert>
      )}
      {!may('routeSets.change') && (
        <Alert severity="info" sx={{ mb: 2, maxWidth: 1000 }}>
          {t('page.readOnly')}
        </Alert>
      )}
      <PageTabs
        label={t('page.tabsLabel')}
        current={tab}
        tabs={tabs.map((name) => ({
          name,
          label: t(`page.tab.${name}`),
          to: pathOfRouteSet(routeSetId, name),
        }))}
      >
        {children}
      </PageTabs>
      {deleting && routeSet && (
        <DeleteRouteSetDialog routeSet={routeSet} onClose={() => setDeleting(false)} />
      )}
    </>
  )
}
