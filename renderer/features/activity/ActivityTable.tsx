import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TablePagination from '@mui/material/TablePagination'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ActivityEntry } from '../../../electron/contract/activity'
import { ActivityRow } from './ActivityRow'

type Page = { page: number; pageSize: number }
type Props = { entries: ActivityEntry[]; total: number; page: Page; onPage: (page: Page) => void }

/** A plain table: the grid of the other lists cannot open a row. */
export function ActivityTable({ entries, total, page: { page, pageSize }, onPage }: Props) {
  const { t } = useTranslation('activity')
  return (
    <Box>
      <TableContainer>
        <Table size="small" aria-label={t('label')}>
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox" />
              <TableCell sx={{ width: 150 }}>{t('column.at')}</TableCell>
              <TableCell>{t('column.who')}</TableCell>
              <TableCell>{t('column.what')}</TableCell>
              <TableCell>{t('column.subject')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entries.map((entry) => (
              <ActivityRow key={entry.seq} entry={entry} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <TablePagination
        component="div"
        count={total}
        page={page}
        rowsPerPage={pageSize}
        rowsPerPageOptions={[25, 50, 100]}
        onPageChange={(_event, next) => onPage({ page: next, pageSize })}
        onRowsPerPageChange={(event) => onPage({ page: 0, pageSize: Number(event.target.value) })}
        labelRowsPerPage={t('rowsPerPage')}
        labelDisplayedRows={({ from, to }) => t('range', { from, to, total })}
      />
    </Box>
  )
}
