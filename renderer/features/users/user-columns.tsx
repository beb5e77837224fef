import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../electron/contract/user'
import { GoLink } from '../../ui/GoLink'
import { UserStatusBadge } from '../../ui/UserStatusBadge'
import { WhenDay } from '../../ui/WhenDay'
import { KindAndRole } from './KindAndRole'
import { pathOfUser } from './user-path'

export function useUserColumns() {
  const { t } = useTranslation('users')
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
      { field: 'username', headerName: t('column.username'), flex: 1, minWidth: 105 },
      {
        field: 'kind',
        headerName: t('column.kind'),
        width: 130,
        display: 'flex',
        renderCell: ({ row }) => <KindAndRole user={row} />,
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 104,
        display: 'flex',
        renderCell: ({ row }) => <UserStatusBadge status={row.status} />,
      },
      {
        field: 'activeTokens',
        headerName: t('column.activeTokens'),
        type: 'number',
        width: 118,
      },
      {
        field: 'nextExpiryAt',
        headerName: t('column.nextExpiryAt'),
        width: 106,
        display: 'flex',
        renderCell: ({ row }) =>
          row.activeTokens > 0 ? <WhenDay at={row.nextExpiryAt} inCell /> : null,
      },
    ],
    [t],
  )
}
