import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../../electron/contract/client'
import { GoLink } from '../../ui/GoLink'
import { actionsColumn, lastUseColumn, statusColumn } from '../../ui/list-columns'
import { NameAndId } from '../../ui/NameAndId'
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
      statusColumn(t('column.status')),
      lastUseColumn(t('column.lastUsedAt')),
      { field: 'calls', headerName: t('column.calls'), type: 'number', width: 90 },
      actionsColumn(
        t('column.actions'),
        48,
        (row) =>
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
      ),
    ],
    [t, may, onDelete],
  )
}
