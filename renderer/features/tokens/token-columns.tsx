import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { actionsColumn, dailyColumn, lastUseColumn, statusColumn } from '../../ui/list-columns'
import { NameAndId } from '../../ui/NameAndId'
import { WhenDay } from '../../ui/WhenDay'
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
      statusColumn(t('column.status')),
      lastUseColumn(t('column.lastUsedAt')),
      dailyColumn<Token>(usage('sparkline.column'), (row) => row.id),
      actionsColumn(t('column.actions'), 44, (row) => (
        <TokenMenu token={row} onAction={onAction} />
      )),
    ],
    [t, usage, onAction],
  )
}
