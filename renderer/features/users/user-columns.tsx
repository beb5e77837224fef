import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../electron/contract/user'
import { GoLink } from '../../ui/GoLink'
import { UserStatusBadge } from '../../ui/UserStatusBadge'
import { WhenDay } from '../../ui/WhenDay'
import { pathOfUser } from './user-path'

export function useUserColumns() {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  return useMemo<GridColDef<UserRow>[]>(
    () => [
      {
        field: 'displayName',
        headerName: t('column.displayName'),
        flex: 1.4,
        minWidth: 140,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => (
          <Link component={GoLink} to={pathOfUser(row.id)} noWrap title={row.displayName}>
            {row.displayName}
          </Link>
        ),
      },
      { field: 'username', headerName: t('column.username'), flex: 1, minWidth: 110 },
      {
        field: 'kind',
        headerName: t('column.kind'),
        width: 132,
        valueGetter: (_value, row) => common(`userKind.${row.kind}`),
      },
      {
        field: 'role',
        headerName: t('column.role'),
        width: 120,
        sortable: false,
        valueGetter: (_value, row) => (row.role === null ? '' : common(`role.${row.role}`)),
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 112,
        display: 'flex',
        renderCell: ({ row }) => <UserStatusBadge status={row.status} />,
      },
      {
        field: 'activeTokens',
        headerName: t('column.activeTokens'),
        type: 'number',
        width: 120,
      },
      {
        field: 'nextExpiryAt',
        headerName: t('column.nextExpiryAt'),
        width: 120,
        display: 'flex',
        renderCell: ({ row }) =>
          row.activeTokens > 0 ? <WhenDay at={row.nextExpiryAt} inCell /> : null,
      },
    ],
    [t, common],
  )
}
