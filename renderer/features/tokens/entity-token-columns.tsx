import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import type { EntityToken } from '../../../electron/contract/token'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'
import { TokenBadges } from '../../ui/TokenBadges'
import { When } from '../../ui/When'
import { WhenDay } from '../../ui/WhenDay'
import { PermissionsHere } from './PermissionsHere'

export function useEntityTokenColumns(entityId: EntityId, entityTitle: string) {
  const { t } = useTranslation('tokens')
  return useMemo<GridColDef<EntityToken>[]>(
    () => [
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 1.2,
        minWidth: 130,
        hideable: false,
        display: 'flex',
        renderCell: ({ row: { token } }) => <NameAndId name={token.name} id={token.id} />,
      },
      {
        field: 'userName',
        headerName: t('entity.user'),
        flex: 1,
        minWidth: 100,
        renderCell: ({ row }) => (
          <Link component={GoLink} to={`/parametrization/users/${row.token.userId}/tokens`}>
            {row.userName}
          </Link>
        ),
      },
      {
        field: 'permissions',
        headerName: t('column.permissions'),
        width: 196,
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
        width: 166,
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
    ],
    [t, entityId, entityTitle],
  )
}
