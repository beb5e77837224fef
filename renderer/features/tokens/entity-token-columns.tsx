import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import type { EntityToken, Token } from '../../../electron/contract/token'
import { GoLink } from '../../ui/GoLink'
import { actionsColumn } from '../../ui/list-columns'
import { NameAndId } from '../../ui/NameAndId'
import { TokenBadges } from '../../ui/TokenBadges'
import { When } from '../../ui/When'
import { WhenDay } from '../../ui/WhenDay'
import { PermissionsHere } from './PermissionsHere'
import { TokenMenu, type TokenAction } from './TokenMenu'

export function useEntityTokenColumns(
  entityId: EntityId,
  entityTitle: string,
  onAction: (action: TokenAction, token: Token) => void,
) {
  const { t } = useTranslation('tokens')
  return useMemo<GridColDef<EntityToken>[]>(
    () => [
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 1.2,
        minWidth: 110,
        hideable: false,
        display: 'flex',
        renderCell: ({ row: { token } }) => <NameAndId name={token.name} id={token.id} />,
      },
      {
        field: 'userName',
        headerName: t('entity.user'),
        flex: 1,
        minWidth: 82,
        renderCell: ({ row }) => (
          <Link component={GoLink} to={`/parametrization/users/${row.token.userId}/tokens`}>
            {row.userName}
          </Link>
        ),
      },
      {
        field: 'permissions',
        headerName: t('column.permissions'),
        width: 166,
        sortable: false,
        display: 'flex',
        renderCell: ({ row }) => (
          <PermissionsHere row={row} entityId={entityId} entityTitle={entityTitle} />
        ),
      },
      {
        field: 'expiresAt',
        headerName: t('column.expiresAt'),
        width: 110,
        display: 'flex',
        renderCell: ({ row: { token } }) => (
          <WhenDay at={token.expiresAt} zone={token.expiryZone} inCell />
        ),
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 160,
        display: 'flex',
        renderCell: ({ row }) => <TokenBadges token={row.token} />,
      },
      {
        field: 'lastUsedHereAt',
        headerName: t('entity.lastUsedHere'),
        width: 132,
        renderCell: ({ row }) => <When at={row.lastUsedHereAt} empty={t('list.neverUsed')} />,
      },
      {
        field: 'callsHere',
        headerName: t('entity.callsHere'),
        width: 90,
        align: 'right',
        headerAlign: 'right',
        sortable: false,
        valueFormatter: (calls: number) => calls.toLocaleString('en-GB'),
      },
      actionsColumn(t('column.actions'), 44, ({ token }) => (
        <TokenMenu token={token} onAction={onAction} />
      )),
    ],
    [t, entityId, entityTitle, onAction],
  )
}
