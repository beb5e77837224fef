import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { explainPath } from '../../ui/explain-path'
import { GoLink } from '../../ui/GoLink'
import { CallAsMade } from './CallAsMade'
import { CalledToken } from './CalledToken'
import { CallMoment } from './CallMoment'
import { CallRefusal } from './CallRefusal'

export function useRefusedCallColumns() {
  const { t } = useTranslation('calls')
  return useMemo((): GridColDef<RefusedCall>[] => {
    const columns: GridColDef<RefusedCall>[] = [
      {
        field: 'at',
        headerName: t('column.at'),
        width: 112,
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
      {
        field: 'call',
        headerName: t('column.call'),
        flex: 1.5,
        minWidth: 144,
        display: 'flex',
        renderCell: ({ row }) => <CallAsMade call={row} />,
      },
      {
        field: 'reason',
        headerName: t('column.reason'),
        flex: 3,
        minWidth: 226,
        display: 'flex',
        renderCell: ({ row }) => <CallRefusal call={row} />,
      },
      { field: 'source', headerName: t('column.source'), flex: 1, minWidth: 116 },
      {
        field: 'explain',
        headerName: t('column.explain'),
        width: 84,
        renderCell: ({ row }) =>
          row.tokenName !== null && (
            <Link component={GoLink} to={explainPath(row)}>
              {t('explain')}
            </Link>
          ),
      },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t])
}
