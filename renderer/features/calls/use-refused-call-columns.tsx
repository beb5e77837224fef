import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { explainPath } from '../../ui/explain-path'
import { GoLink } from '../../ui/GoLink'
import { CalledToken } from './CalledToken'
import { CallMoment } from './CallMoment'

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
        display: 'flex',
        renderCell: ({ row }) => <CallMoment call={row} />,
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
      {
        field: 'explain',
        headerName: t('column.explain'),
        width: 90,
        renderCell: ({ row }) =>
          row.tokenName !== null && (
            <Link component={GoLink} to={explainPath(row)}>
              {t('explain')}
            </Link>
          ),
      },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, common])
}
