import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { When } from '../../ui/When'
import { CalledToken } from './CalledToken'

export function useRefusedCallColumns() {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation('common')
  return useMemo((): GridColDef<RefusedCall>[] => {
    const notSet = t('notSet')
    const columns: GridColDef<RefusedCall>[] = [
      {
        field: 'at',
        headerName: t('column.at'),
        width: 124,
        hideable: false,
        renderCell: ({ row }) => <When at={row.at} />,
      },
      {
        field: 'tokenName',
        headerName: t('column.token'),
        flex: 2,
        minWidth: 130,
        display: 'flex',
        renderCell: ({ row }) => <CalledToken call={row} />,
      },
      { field: 'method', headerName: t('column.method'), width: 80 },
      {
        field: 'entity',
        headerName: t('column.entity'),
        flex: 1,
        minWidth: 90,
        valueGetter: (_value, row) => row.entity ?? notSet,
      },
      {
        field: 'permission',
        headerName: t('column.permission'),
        width: 100,
        valueGetter: (_value, row) =>
          row.permission ? common(`permission.${row.permission}`) : notSet,
      },
      {
        field: 'reason',
        headerName: t('column.reason'),
        flex: 3,
        minWidth: 270,
        valueGetter: (_value, row) => common(`refusalReason.${row.reason}`),
      },
      { field: 'status', headerName: t('column.status'), width: 72 },
      { field: 'source', headerName: t('column.source'), width: 140 },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, common])
}
