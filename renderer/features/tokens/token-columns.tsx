import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { StatusBadge } from '../../ui/StatusBadge'
import { WhenDay } from '../../ui/WhenDay'
import { PermissionChips } from './PermissionChips'
import { TokenLastUse } from './TokenLastUse'
import { TokenMenu, type TokenAction } from './TokenMenu'

export function useTokenColumns(onAction: (action: TokenAction, token: Token) => void) {
  const { t } = useTranslation('tokens')
  return useMemo<GridColDef<Token>[]>(
    () => [
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 1.4,
        minWidth: 180,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => <NameAndId token={row} />,
      },
      {
        field: 'grants',
        headerName: t('column.permissions'),
        flex: 1.6,
        minWidth: 200,
        sortable: false,
        display: 'flex',
        renderCell: ({ row }) => <PermissionChips grants={row.grants} />,
      },
      {
        field: 'expiresAt',
        headerName: t('column.expiresAt'),
        flex: 1,
        minWidth: 190,
        display: 'flex',
        renderCell: ({ row }) => <WhenDay at={row.expiresAt} zone={row.expiryZone} />,
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 156,
        display: 'flex',
        renderCell: ({ row }) => <StatusBadge status={row.status} />,
      },
      {
        field: 'lastUsedAt',
        headerName: t('column.lastUsedAt'),
        width: 130,
        display: 'flex',
        renderCell: ({ row }) => <TokenLastUse token={row} />,
      },
      {
        field: 'actions',
        headerName: t('column.actions'),
        renderHeader: () => null,
        width: 56,
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

function NameAndId({ token }: { token: Token }) {
  return (
    <Box sx={{ lineHeight: 1.25, minWidth: 0 }}>
      <Typography variant="body2" noWrap sx={{ fontWeight: 600 }}>
        {token.name}
      </Typography>
      <Typography
        variant="caption"
        component="div"
        color="textSecondary"
        noWrap
        sx={{ fontFamily: 'monospace', lineHeight: 1.2 }}
      >
        {token.id}
      </Typography>
    </Box>
  )
}
