import Box from '@mui/material/Box'
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
  if (failure) {
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
        title={entity.data?.title ?? '…'}
        subtitle={
          entity.data && (
            <Box component="code" sx={{ fontFamily: 'monospace', userSelect: 'text' }}>
              {entity.data.name} · {urlPathOfRecords(entity.data.name)}
            </Box>
          )
        }
      />
      <Tabs
        value={tab}
        component="nav"
        role="navigation"
        aria-label={t('page.tabsLabel')}
        sx={{ mb: 2 }}
      >
        {tabs.map((one) => (
          <Tab
            key={one}
            value={one}
            component={GoLink}
            to={pathOfEntity(entityId, one)}
            label={t(`page.tab.${one}`)}
          />
        ))}
      </Tabs>
      {children}
    </>
  )
}
