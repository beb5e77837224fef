import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import type { EntityToken, Token } from '../../../electron/contract/token'
import { GoLink } from '../../ui/GoLink'
import { actionsColumn } from '../../ui/list-columns'
import { NameAndId } from '../../ui/NameAndId'
import { TokenExpiry } from '../../ui/TokenExpiry'
import { UnusedMark } from '../../ui/UnusedMark'
import { TokenBadges } from '../../ui/TokenBadges'
import { When } from '../../ui/When'
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
        minWidth: 120,
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
        width: 124,
        display: 'flex',
        renderCell: ({ row: { token } }) => <TokenExpiry token={token} inCell />,
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
        width: 152,
        display: 'flex',
        renderCell: ({ row }) => (
          <Stack sx={{ lineHeight: 1.25 }}>
            <When at={row.lastUsedHereAt} empty={t('list.neverUsed')} />
            <UnusedMark token={row.token} />
          </Stack>
        ),
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
