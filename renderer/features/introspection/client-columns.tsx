import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../../electron/contract/client'
import { GoLink } from '../../ui/GoLink'
import { LastUseCell } from '../../ui/LastUseCell'
import { NameAndId } from '../../ui/NameAndId'
import { StatusBadge } from '../../ui/StatusBadge'
import { useMay } from '../../ui/useMay'

export function useClientColumns(onDelete: (client: Client) => void) {
  const { t } = useTranslation('introspection')
  const may = useMay()
  return useMemo<GridColDef<Client>[]>(
    () => [
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 1.4,
        minWidth: 160,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => <NameAndId name={row.name} id={row.id} />,
      },
      {
        field: 'userName',
        headerName: t('column.userName'),
        flex: 1.2,
        minWidth: 140,
        display: 'flex',
        renderCell: ({ row }) => (
          <Link
            component={GoLink}
            to={`/parametrization/users/${row.userId}/access`}
            noWrap
            title={row.userName}
          >
            {row.userName}
          </Link>
        ),
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
      { field: 'calls', headerName: t('column.calls'), type: 'number', width: 90 },
      {
        field: 'actions',
        headerName: t('column.actions'),
        renderHeader: () => null,
        width: 48,
        align: 'center',
        sortable: false,
        hideable: false,
        disableColumnMenu: true,
        display: 'flex',
        renderCell: ({ row }) =>
          may('clients.revoke') &&
          row.revokedAt === null && (
            <IconButton
              size="small"
              aria-label={t('list.delete', { name: row.name })}
              onClick={() => onDelete(row)}
            >
              <DeleteOutlineRounded fontSize="small" />
            </IconButton>
          ),
      },
    ],
    [t, may, onDelete],
  )
}
