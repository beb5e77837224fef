import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpiredButCalled } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { When } from '../../ui/When'
import { CallViews } from './CallViews'

/** Systems that go on calling with a token that has ended: each of them is broken right now. */
export function ExpiredButCalledPage() {
  const { t } = useTranslation('calls')
  const { page, pageSize, setPage } = useListState({ sort: 'at', direction: 'desc' })
  const tokens = useAnswer('calls.expiredButCalled', { page, pageSize })
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <CallViews current="expired" />
      <DataTable<ExpiredButCalled>
        id="expired-but-called"
        label={t('expired.title')}
        {...tableAnswer(tokens)}
        getRowId={(row) => row.tokenId}
        columns={columns}
        page={{ page, pageSize }}
        onPage={setPage}
        empty={
          <EmptyState
            icon={<VerifiedUserOutlined />}
            title={t('expired.empty.title')}
            text={t('expired.empty.text')}
          />
        }
      />
    </>
  )
}

function useColumns() {
  const { t } = useTranslation('calls')
  return useMemo((): GridColDef<ExpiredButCalled>[] => {
    const columns: GridColDef<ExpiredButCalled>[] = [
      {
        field: 'tokenName',
        headerName: t('expired.token'),
        flex: 2,
        minWidth: 140,
        display: 'flex',
        renderCell: ({ row }) => (
          <NameAndId name={row.tokenName} id={row.tokenId}>
            <Link component={GoLink} to={`/parametrization/users/${row.userId}/tokens`}>
              {row.tokenName}
            </Link>
          </NameAndId>
        ),
      },
      { field: 'userName', headerName: t('expired.user'), flex: 1, minWidth: 110 },
      {
        field: 'expiredAt',
        headerName: t('expired.expiredAt'),
        width: 116,
        renderCell: ({ row }) => <When at={row.expiredAt} />,
      },
      {
        field: 'calls',
        headerName: t('expired.calls'),
        width: 96,
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
  }, [t])
}
