import type { GridColDef } from '@mui/x-data-grid'
import type { ReactNode } from 'react'
import type { TokenStatus } from '../../electron/contract/token'
import { LastUseCell } from './LastUseCell'
import { StatusBadge } from './StatusBadge'

/** Columns that every list of what can be revoked has alike. */
export const statusColumn = <Row extends { status: TokenStatus; rotatingUntil?: number | null }>(
  headerName: string,
): GridColDef<Row> => ({
  field: 'status',
  headerName,
  width: 166,
  display: 'flex',
  renderCell: ({ row }) => <StatusBadge status={row.status} />,
})

export const lastUseColumn = <
  Row extends { lastUsedAt: number | null; lastUsedFrom: string | null },
>(
  headerName: string,
): GridColDef<Row> => ({
  field: 'lastUsedAt',
  headerName,
  flex: 0.7,
  minWidth: 116,
  display: 'flex',
  renderCell: ({ row }) => (
    <LastUseCell lastUsedAt={row.lastUsedAt} lastUsedFrom={row.lastUsedFrom} />
  ),
})

/** The head of the column is for those who cannot see that these are buttons. */
export const actionsColumn = <Row extends object>(
  headerName: string,
  width: number,
  actions: (row: Row) => ReactNode,
): GridColDef<Row> => ({
  field: 'actions',
  headerName,
  renderHeader: () => null,
  width,
  align: 'center',
  sortable: false,
  hideable: false,
  disableColumnMenu: true,
  display: 'flex',
  renderCell: ({ row }) => actions(row),
})
