import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { LastUseCell } from '../../ui/LastUseCell'
import { NameAndId } from '../../ui/NameAndId'
import { StatusBadge } from '../../ui/StatusBadge'
import { WhenDay } from '../../ui/WhenDay'
import { PermissionChips } from './PermissionChips'
import { TokenMenu, type TokenAction } from './TokenMenu'

export function useTokenColumns(onAction: (action: TokenAction, token: Token) => void) {
  const { t } = useTranslation('tokens')
  return useMemo<GridColDef<Token>[]>(
    () => [
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 1.4,
        minWidth: 140,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => <NameAndId name={row.name} id={row.id} />,
      },
      {
        field: 'grants',
        headerName: t('column.permissions'),
        flex: 1.6,
        minWidth: 130,
        sortable: false,
        display: 'flex',
        renderCell: ({ row }) => <PermissionChips grants={row.grants} />,
      },
      {
        field: 'expiresAt',
        headerName: t('column.expiresAt'),
        width: 110,
        display: 'flex',
        renderCell: ({ row }) => <WhenDay at={row.expiresAt} zone={row.expiryZone} inCell />,
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 136,
        display: 'flex',
        renderCell: ({ row }) => <StatusBadge status={row.status} />,
      },
      {
        field: 'lastUsedAt',
        headerName: t('column.lastUsedAt'),
        flex: 0.7,
        minWidth: 116,
        display: 'flex',
        renderCell: ({ row }) => (
          <LastUseCell lastUsedAt={row.lastUsedAt} lastUsedFrom={row.lastUsedFrom} />
        ),
      },
      {
        field: 'actions',
        headerName: t('column.actions'),
        renderHeader: () => null,
        width: 44,
        align: 'center',
        sortable: false,
        hideable: false,
        disableColumnMenu: true,
        display: 'flex',
        renderCell: ({ row }) => <TokenMenu token={row} onAction={onAction} />,
      },
    ],
    [t, onAction],
  )
}
