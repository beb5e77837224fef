import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenId, UserId } from '../../../electron/contract/id'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'
import { When } from '../../ui/When'

/** A token, and the calls that were refused for one reason. */
type StillCalled = {
  tokenId: TokenId
  tokenName: string
  userId: UserId
  userName: string
  calls: number
  lastCallAt: number
  lastSource: string
}

type Since<Row> = {
  /** The moment from which the calls are refused. */
  field: Extract<keyof Row, string>
  headerName: string
  callsName?: string
}

/** `since` may be made anew for each rendering; its words are what counts. */
export function useStillCalledColumns<Row extends StillCalled>(since: Since<Row>) {
  const { t } = useTranslation('calls')
  const { field, headerName, callsName = t('expired.calls') } = since
  return useMemo((): GridColDef<Row>[] => {
    const columns: GridColDef<Row>[] = [
      {
        field: 'tokenName',
        headerName: t('expired.token'),
        flex: 2,
        minWidth: 140,
        display: 'flex',
        renderCell: ({ row }) => (
          <NameAndId name={row.tokenName} id={row.tokenId}>
            <Link
              component={GoLink}
              to={`/parametrization/users/${row.userId}/tokens?search=${row.tokenId}`}
            >
              {row.tokenName}
            </Link>
          </NameAndId>
        ),
      },
      { field: 'userName', headerName: t('expired.user'), flex: 1, minWidth: 110 },
      {
        field,
        headerName,
        width: 116,
        renderCell: ({ row }) => <When at={row[field] as number} />,
      },
      {
        field: 'calls',
        headerName: callsName,
        width: 110,
        align: 'right',
        headerAlign: 'right',
      },
      {
        field: 'lastCallAt',
        headerName: t('expired.lastCall'),
        width: 120,
        renderCell: ({ row }) => <When at={row.lastCallAt} />,
      },
      { field: 'lastSource', headerName: t('expired.source'), flex: 0.8, minWidth: 116 },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, field, headerName, callsName])
}
