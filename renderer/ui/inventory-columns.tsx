import Stack from '@mui/material/Stack'
import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InventoryRow } from '../../electron/contract/inventory'
import { GoLink } from './GoLink'
import { LastUseCell } from './LastUseCell'
import { NameAndId } from './NameAndId'
import { PermissionChips } from './PermissionChips'
import { TokenBadges } from './TokenBadges'
import { UnusedMark } from './UnusedMark'
import { When } from './When'
import { TokenExpiry } from './TokenExpiry'

export type InventoryColumn =
  | 'name'
  | 'userName'
  | 'grants'
  | 'status'
  | 'expiresAt'
  | 'lastUsedAt'
  | 'calls'
  | 'system'
  | 'contact'
  | 'createdAt'

/** What a list over the tokens of all users can show; a page picks and orders. */
export function useInventoryColumns(): Record<InventoryColumn, GridColDef<InventoryRow>> {
  const { t } = useTranslation('inventory')
  return useMemo(() => {
    const columns: { [C in InventoryColumn]: Omit<GridColDef<InventoryRow>, 'field'> } = {
      name: {
        flex: 1.4,
        minWidth: 120,
        hideable: false,
        display: 'flex',
        renderCell: ({ row: { token } }) => <NameAndId name={token.name} id={token.id} />,
      },
      userName: {
        flex: 1,
        minWidth: 90,
        renderCell: ({ row }) => (
          <Link
            component={GoLink}
            to={`/parametrization/users/${row.token.userId}/tokens`}
            title={row.userName}
          >
            {row.userName}
          </Link>
        ),
      },
      grants: {
        flex: 1.4,
        minWidth: 120,
        sortable: false,
        display: 'flex',
        renderCell: ({ row }) => <PermissionChips grants={row.token.grants} />,
      },
      status: {
        width: 152,
        display: 'flex',
        renderCell: ({ row }) => <TokenBadges token={row.token} />,
      },
      expiresAt: {
        width: 124,
        display: 'flex',
        renderCell: ({ row: { token } }) => <TokenExpiry token={token} inCell />,
      },
      lastUsedAt: {
        flex: 0.7,
        minWidth: 132,
        display: 'flex',
        renderCell: ({ row: { token } }) => (
          <Stack>
            <LastUseCell lastUsedAt={token.lastUsedAt} lastUsedFrom={token.lastUsedFrom} />
            <UnusedMark token={token} />
          </Stack>
        ),
      },
      calls: {
        width: 90,
        align: 'right',
        headerAlign: 'right',
        renderCell: ({ row }) => row.token.calls.toLocaleString('en-GB'),
      },
      system: { ...plain, renderCell: ({ row }) => <Plain text={row.token.system} /> },
      contact: { ...plain, renderCell: ({ row }) => <Plain text={row.token.contact} /> },
      createdAt: { width: 112, renderCell: ({ row }) => <When at={row.token.createdAt} /> },
    }
    return Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [
        field,
        { ...column, field, headerName: t(`column.${field as InventoryColumn}`) },
      ]),
    ) as Record<InventoryColumn, GridColDef<InventoryRow>>
  }, [t])
}

const plain = { flex: 0.8, minWidth: 90, sortable: false }

const Plain = ({ text }: { text: string }) => <span title={text}>{text}</span>
