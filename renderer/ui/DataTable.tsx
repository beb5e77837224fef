import Box from '@mui/material/Box'
import {
  DataGrid,
  type DataGridProps,
  type GridColDef,
  type GridRowId,
  type GridValidRowModel,
} from '@mui/x-data-grid'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../electron/contract/failure'
import { cspNonce } from './csp-nonce'
import { FailureNotice } from './FailureNotice'
import { useIsNarrow } from './narrow-window'
import { DensityContext, TableFooter } from './TableFooter'
import { PagingContext, useLastPage, type TablePage } from './table-paging'
import { useTableView } from './table-view'

type Direction = 'asc' | 'desc'

type Props<R extends GridValidRowModel> = {
  /** Under this name the table's columns and row height are remembered. */
  id: string
  /** What a screen reader calls the table. */
  label: string
  rows: readonly R[] | undefined
  total: number | undefined
  loading: boolean
  failure: Failure | null
  onRetry?: () => void
  columns: readonly GridColDef<R>[]
  page: TablePage
  onPage: (page: TablePage) => void
  /** Only columns with `sortable` left on are offered; `field` is the name of the sort. */
  sort?: { sort: string; direction: Direction }
  onSort?: (sort: { sort: string; direction: Direction }) => void
  onOpenRow?: (row: R) => void
  /** Columns that are shown only when somebody asks for them. */
  hideAtFirst?: readonly string[]
  /** Columns that give way in a small window, so that nothing scrolls sideways. */
  hideWhenNarrow?: readonly string[]
  /** With this, rows can be ticked: those of the page that is shown. */
  selection?: { ids: ReadonlySet<GridRowId>; onSelect: (ids: Set<GridRowId>) => void }
  /** Shown instead of an empty grid. */
  empty?: ReactNode
  getRowId?: (row: R) => GridRowId
}

const none: never[] = []

const allHidden = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, false]))

/** What somebody chose otherwise; a column that only gave way comes back with the room for it. */
const differing = (chosen: Record<string, boolean>, hidden: readonly string[]) =>
  Object.fromEntries(
    Object.entries(chosen).filter(([column, isShown]) => isShown === hidden.includes(column)),
  )

const selecting = ({ ids, onSelect }: NonNullable<Props<GridValidRowModel>['selection']>) =>
  ({
    checkboxSelection: true,
    disableRowSelectionOnClick: true,
    disableRowSelectionExcludeModel: true,
    rowSelectionModel: { type: 'include', ids: new Set(ids) },
    onRowSelectionModelChange: (model) => onSelect(model.ids),
  }) satisfies Partial<DataGridProps>

const slots: DataGridProps['slots'] = { footer: TableFooter }

/** Clicks and keys meant for a control inside a cell are not for the row. */
const isOnControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, [role="menuitem"]') !== null

const isForTheRow = (target: EventTarget) =>
  target instanceof Element &&
  !isOnControl(target) &&
  target.closest('[data-field="__check__"]') === null

/** A long list, paged and sorted by main; fills the rest of the page (`Shell` stretches it). */
export function DataTable<R extends GridValidRowModel>(props: Props<R>) {
  const { id, label, rows, total, loading, failure, onRetry, columns, empty } = props
  const { page, onPage, sort, onSort, onOpenRow, getRowId, selection } = props
  const { t } = useTranslation('common')
  const { view, change } = useTableView(id)
  const isNarrow = useIsNarrow()
  const hidden = [...(props.hideAtFirst ?? []), ...(isNarrow ? (props.hideWhenNarrow ?? []) : [])]

  const sortedBy = sort?.sort
  const direction = sort?.direction
  const sortModel = useMemo(
    () => (sortedBy && direction ? [{ field: sortedBy, sort: direction }] : []),
    [sortedBy, direction],
  )
  const paging = { page, total, onPage }
  useLastPage(paging, !loading)

  if (failure && !rows) return <FailureNotice failure={failure} {...(onRetry && { onRetry })} />
  if (empty && total === 0 && !failure && page.page === 0) return <>{empty}</>

  return (
    <Box
      className="kw-table"
      sx={{ display: 'flex', flexDirection: 'column', gap: 1, minHeight: 200 }}
    >
      {failure && <FailureNotice failure={failure} {...(onRetry && { onRetry })} />}
      <Box sx={{ flex: 1, minHeight: 0, position: 'relative' }}>
        {/* Taken out of the flow, so that the grid's height never pushes the page's. */}
        <Box sx={{ position: 'absolute', inset: 0 }}>
          <DensityContext
            value={{ density: view.density, onDensity: (density) => change({ density }) }}
          >
            <PagingContext value={paging}>
              <DataGrid<R>
                aria-label={label}
                nonce={cspNonce}
                disableEval
                rows={rows ?? none}
                rowCount={total ?? -1}
                columns={columns}
                {...(getRowId && { getRowId })}
                loading={loading}
                paginationMode="server"
                paginationModel={page}
                rowHeight={44}
                sortingMode="server"
                sortingOrder={['asc', 'desc']}
                disableColumnSorting={!onSort}
                sortModel={sortModel}
                onSortModelChange={([first]) => {
                  if (first?.sort) onSort?.({ sort: first.field, direction: first.sort })
                }}
                filterMode="server"
                disableColumnFilter
                rowSelection={selection !== undefined}
                {...(selection && selecting(selection))}
                density={view.density}
                columnVisibilityModel={{ ...allHidden(hidden), ...view.columns }}
                onColumnVisibilityModelChange={(chosen) =>
                  change({ columns: differing(chosen, hidden) })
                }
                onRowClick={({ row }, event) => {
                  if (isForTheRow(event.target)) onOpenRow?.(row)
                }}
                onCellKeyDown={({ row }, event) => {
                  // The grid would take the key for itself: to scroll, or to go to another row.
                  if (event.key === ' ' && isOnControl(event.target))
                    event.defaultMuiPrevented = true
                  if (event.key !== 'Enter' || !onOpenRow || !isForTheRow(event.target)) return
                  event.defaultMuiPrevented = true
                  onOpenRow(row)
                }}
                slots={slots}
                slotProps={{
                  loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' },
                }}
                localeText={{
                  noRowsLabel: t('table.noRows'),
                  noResultsOverlayLabel: t('table.noRows'),
                }}
                sx={{ '& .MuiDataGrid-row': { cursor: onOpenRow ? 'pointer' : 'default' } }}
              />
            </PagingContext>
          </DensityContext>
        </Box>
      </Box>
    </Box>
  )
}
