import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { GoLink } from '../../ui/GoLink'
import { PageHeader } from '../../ui/PageHeader'
import { entitiesPath, pathOfEntity, urlPathOfRecords } from './entity-path'

const tabs = ['records', 'fields'] as const

type Props = { entityId: EntityId; tab: (typeof tabs)[number]; children: ReactNode }

export function EntityPage({ entityId, tab, children }: Props) {
  const { t } = useTranslation('entities')
  const entity = useAnswer('entities.get', { id: entityId })
  const failure = failureIn(entity.error)
  const back = { label: t('page.back'), to: entitiesPath }
  if (failure && !entity.data) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <FailureNotice failure={failure} onRetry={() => void entity.refetch()} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        back={back}
        title={entity.data?.title ?? <Skeleton width={240} />}
        subtitle={
          entity.data && (
            <Box component="code" sx={{ userSelect: 'text' }}>
              {entity.data.name} · {urlPathOfRecords(entity.data.name)}
            </Box>
          )
        }
      />
      <Tabs value={tab} aria-label={t('page.tabsLabel')} sx={{ mb: 2.5 }}>
        {tabs.map((one) => (
          <Tab
            key={one}
            value={one}
            label={t(`page.tab.${one}`)}
            id={`entity-tab-${one}`}
            aria-controls="entity-tabpanel"
            component={GoLink}
            to={pathOfEntity(entityId, one)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="entity-tabpanel" aria-labelledby={`entity-tab-${tab}`}>
        {children}
      </Box>
    </>
  )
}
