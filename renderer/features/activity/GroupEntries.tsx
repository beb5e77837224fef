import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ActivityGroup } from '../../../electron/contract/activity'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { EntryRow } from './EntryRow'
import type { ActivityFilters } from './use-activity-filters'

type Props = {
  group: ActivityGroup
  count: number
  list: ActivityFilters['list']
  asked: ActivityFilters['asked']
}

/** So many are shown under the row; all of them have a page of their own. */
const most = 25

export function GroupEntries({ group, count, list, asked }: Props) {
  const { t } = useTranslation('activity')
  const entries = useAnswer('activity.list', { ...asked, group, pageSize: most })
  const failure = failureIn(entries.error)
  return (
    <>
      {(entries.isPending || failure) && (
        <TableRow>
          <TableCell colSpan={5}>
            {failure ? (
              <FailureNotice failure={failure} onRetry={() => void entries.refetch()} />
            ) : (
              <LinearProgress />
            )}
          </TableCell>
        </TableRow>
      )}
      {entries.data?.rows.map((entry) => (
        <EntryRow key={entry.seq} entry={entry} list={list} isInGroup />
      ))}
      {count > most && (
        <TableRow>
          <TableCell />
          <TableCell colSpan={4}>
            <Button size="small" onClick={() => list.setFilter('group', group)}>
              {t('group.all', { count })}
            </Button>
          </TableCell>
        </TableRow>
      )}
    </>
  )
}
