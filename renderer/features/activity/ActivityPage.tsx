import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader'
import { ActivityList } from './ActivityList'
import { useChainCheck } from './useChainCheck'
import { ExportMenu } from './ExportMenu'
import { ExportNotice } from './ExportNotice'
import { SigningKeyLine } from './SigningKeyLine'
import { useActivityFilters } from './use-activity-filters'

export function ActivityPage() {
  const { t } = useTranslation('activity')
  const { asked } = useActivityFilters()
  const chain = useChainCheck()
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <ExportMenu filter={asked} />
            {chain.button}
          </>
        }
      />
      {chain.notice}
      <ExportNotice />
      <ActivityList />
      <SigningKeyLine />
    </>
  )
}
