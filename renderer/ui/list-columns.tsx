import type { GridColDef } from '@mui/x-data-grid'
import type { ReactNode } from 'react'
import type { TokenId } from '../../electron/contract/id'
import type { TokenStatus } from '../../electron/contract/token'
import { CallsSparkline } from './CallsSparkline'
import { LastUseCell } from './LastUseCell'
import { StatusBadge } from './StatusBadge'

/** Columns that every list of what can be revoked has alike. */
export const statusColumn = <Row extends { status: TokenStatus }>(
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

/** Of tokens whose page asked for it: `DailyCalls` stands around the table. */
export const dailyColumn = <Row extends object>(
  headerName: string,
  idOf: (row: Row) => TokenId,
): GridColDef<Row> => ({
  field: 'daily',
  headerName,
  width: 110,
  sortable: false,
  display: 'flex',
  renderCell: ({ row }) => <CallsSparkline id={idOf(row)} />,
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
