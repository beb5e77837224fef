import TablePagination from '@mui/material/TablePagination'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { PagingContext } from './table-paging'

const number = (count: number) => count.toLocaleString('en-GB')

/** Which rows are shown of how many, and the way to the others. */
export function TablePages() {
  const { t } = useTranslation('common')
  const paging = useContext(PagingContext)
  if (!paging) return null
  const { page, total, onPage } = paging
  return (
    <TablePagination
      component="div"
      showFirstButton
      showLastButton
      count={total ?? -1}
      // Until the list has settled on its last page, the number of the page may be too high.
      page={total === undefined || page.page * page.pageSize < total ? page.page : 0}
      rowsPerPage={page.pageSize}
      rowsPerPageOptions={[25, 50, 100]}
      labelRowsPerPage={t('table.rowsPerPage')}
      labelDisplayedRows={({ from, to, count }) =>
        total === undefined
          ? ''
          : t('table.range', { from: number(from), to: number(to), total: number(count) })
      }
      slotProps={{ displayedRows: { role: 'status' } }}
      onPageChange={(_event, next) => onPage({ page: next, pageSize: page.pageSize })}
      onRowsPerPageChange={(event) => onPage({ page: 0, pageSize: Number(event.target.value) })}
      sx={{ overflow: 'hidden', border: 0 }}
    />
  )
}
