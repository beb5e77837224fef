import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TablePagination from '@mui/material/TablePagination'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ActivityRow } from '../../../electron/contract/activity'
import { EntryRow } from './EntryRow'
import { GroupRow } from './GroupRow'
import type { ActivityFilters } from './use-activity-filters'

type Props = {
  entries: ActivityRow[]
  total: number
  list: ActivityFilters['list']
  asked: ActivityFilters['asked']
}

/** A plain table: the grid of the other lists cannot open a row. */
export function ActivityTable({ entries, total, list, asked }: Props) {
  const { t } = useTranslation('activity')
  const { page, pageSize, setPage } = list
  return (
    <Box>
      <TableContainer>
        <Table size="small" aria-label={t('label')}>
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox" />
              <TableCell sx={{ width: 140 }}>{t('column.at')}</TableCell>
              <TableCell sx={{ width: '22%' }}>{t('column.who')}</TableCell>
              <TableCell>{t('column.what')}</TableCell>
              <TableCell sx={{ width: '30%' }}>{t('column.subject')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entries.map((entry) =>
              entry.grouped !== null && entry.grouped.count > 1 ? (
                <GroupRow
                  key={entry.seq}
                  entry={entry}
                  grouped={entry.grouped}
                  list={list}
                  asked={asked}
                />
              ) : (
                <EntryRow key={entry.seq} entry={entry} list={list} />
              ),
            )}
          </TableBody>
        </Table>
      </TableContainer>
      <TablePagination
        component="div"
        count={total}
        page={page}
        rowsPerPage={pageSize}
        rowsPerPageOptions={[25, 50, 100]}
        onPageChange={(_event, next) => setPage({ page: next, pageSize })}
        onRowsPerPageChange={(event) => setPage({ page: 0, pageSize: Number(event.target.value) })}
        labelRowsPerPage={t('rowsPerPage')}
        labelDisplayedRows={({ from, to }) => t('range', { from, to, total })}
      />
    </Box>
  )
}
