import HistoryRounded from '@mui/icons-material/HistoryRounded'
import LinearProgress from '@mui/material/LinearProgress'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNotice } from '../../ui/FailureNotice'
import { NoMatch } from '../../ui/NoMatch'
import { ActivityFilterBar } from './ActivityFilterBar'
import { ActivityTable } from './ActivityTable'
import { useActivityFilters } from './use-activity-filters'

/** What happened, newest first; with `userId` only what concerns that user. */
export function ActivityList({ userId }: { userId?: UserId }) {
  const { t } = useTranslation('activity')
  const filters = useActivityFilters()
  const { list, isNarrowed } = filters
  const asked = { ...filters.asked, ...(userId && { userId }) }
  const { page, pageSize } = list
  const entries = useAnswer('activity.list', { page, pageSize, ...asked })
  const failure = failureIn(entries.error)
  const { data } = entries
  return (
    <>
      <ActivityFilterBar {...filters} isOfUser={userId !== undefined} />
      {failure && <FailureNotice failure={failure} onRetry={() => void entries.refetch()} />}
      {entries.isFetching && <LinearProgress sx={{ mb: '-4px' }} />}
      {data?.total === 0 && !isNarrowed && (
        <EmptyState icon={<HistoryRounded />} title={t('empty.title')} text={t('empty.text')} />
      )}
      {data?.total === 0 && isNarrowed && (
        <NoMatch
          title={t('noMatch.title')}
          text={t('noMatch.text')}
          clearLabel={t('noMatch.clear')}
          onClear={list.clear}
        />
      )}
      {data && data.total > 0 && (
        <ActivityTable entries={data.rows} total={data.total} list={list} asked={asked} />
      )}
    </>
  )
}
