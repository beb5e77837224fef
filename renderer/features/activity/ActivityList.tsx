import HistoryRounded from '@mui/icons-material/HistoryRounded'
import LinearProgress from '@mui/material/LinearProgress'
import { useTranslation } from 'react-i18next'
import { ActivityAction } from '../../../electron/contract/activity'
import type { UserId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'
import { FailureNotice } from '../../ui/FailureNotice'
import { useListState } from '../../ui/useListState'
import { ActivityFilters } from './ActivityFilters'
import { ActivityTable } from './ActivityTable'

/** What happened, newest first; with `userId` only what concerns that user. */
export function ActivityList({ userId }: { userId?: UserId }) {
  const { t } = useTranslation('activity')
  const list = useListState({ sort: 'at', direction: 'desc' })
  const { page, pageSize, search } = list
  // The address can hold anything.
  const action = ActivityAction.safeParse(list.filter('action')).data
  const entries = useAnswer('activity.list', {
    page,
    pageSize,
    search,
    ...(action && { action }),
    ...(userId && { userId }),
  })
  const failure = failureIn(entries.error)
  const { data } = entries
  const isNarrowed = search !== '' || action !== undefined
  return (
    <>
      <ActivityFilters
        search={search}
        onSearch={list.setSearch}
        action={action}
        onAction={(next) => list.setFilter('action', next)}
      />
      {failure && <FailureNotice failure={failure} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <LinearProgress />}
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
        <ActivityTable
          entries={data.rows}
          total={data.total}
          page={{ page, pageSize }}
          onPage={list.setPage}
        />
      )}
    </>
  )
}
