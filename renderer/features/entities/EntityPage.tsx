import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { PageTabs } from '../../ui/PageTabs'
import { entitiesPath, pathOfEntity, urlPathOfRecords } from './entity-path'

const tabs = ['records', 'fields', 'tokens', 'matrix'] as const

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
      <PageTabs
        label={t('page.tabsLabel')}
        current={tab}
        tabs={tabs.map((name) => ({
          name,
          label: t(`page.tab.${name}`),
          to: pathOfEntity(entityId, name),
        }))}
      >
        {children}
      </PageTabs>
    </>
  )
}
