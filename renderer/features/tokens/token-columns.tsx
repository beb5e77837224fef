import Stack from '@mui/material/Stack'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { LastUseCell } from '../../ui/LastUseCell'
import { actionsColumn, dailyColumn } from '../../ui/list-columns'
import { NameAndId } from '../../ui/NameAndId'
import { TokenExpiry } from '../../ui/TokenExpiry'
import { TokenBadges } from '../../ui/TokenBadges'
import { UnusedMark } from '../../ui/UnusedMark'
import { PermissionChips } from '../../ui/PermissionChips'
import { TokenMenu, type TokenAction } from './TokenMenu'

export function useTokenColumns(onAction: (action: TokenAction, token: Token) => void) {
  const { t } = useTranslation('tokens')
  const { t: usage } = useTranslation('usage')
  return useMemo<GridColDef<Token>[]>(
    () => [
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 1.4,
        minWidth: 130,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => <NameAndId name={row.name} id={row.id} />,
      },
      {
        field: 'grants',
        headerName: t('column.permissions'),
        flex: 1.6,
        minWidth: 110,
        sortable: false,
        display: 'flex',
        renderCell: ({ row }) => <PermissionChips grants={row.grants} />,
      },
      {
        field: 'expiresAt',
        headerName: t('column.expiresAt'),
        width: 124,
        display: 'flex',
        renderCell: ({ row }) => <TokenExpiry token={row} inCell />,
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 136,
        display: 'flex',
        renderCell: ({ row }) => <TokenBadges token={row} />,
      },
      {
        field: 'lastUsedAt',
        headerName: t('column.lastUsedAt'),
        width: 152,
        display: 'flex',
        renderCell: ({ row }) => (
          <Stack>
            <LastUseCell lastUsedAt={row.lastUsedAt} lastUsedFrom={row.lastUsedFrom} />
            <UnusedMark token={row} />
          </Stack>
        ),
      },
      dailyColumn<Token>(usage('sparkline.column'), (row) => row.id),
      actionsColumn(t('column.actions'), 44, (row) => (
        <TokenMenu token={row} onAction={onAction} />
      )),
    ],
    [t, usage, onAction],
  )
}
