import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import { useTranslation } from 'react-i18next'
import type { ExpiredButCalled } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { CallViews } from './CallViews'
import { useStillCalledColumns } from './still-called-columns'

/** Systems that go on calling with a token that has ended: each of them is broken right now. */
export function ExpiredButCalledPage() {
  const { t } = useTranslation('calls')
  const { page, pageSize, setPage } = useListState({ sort: 'at', direction: 'desc' })
  const tokens = useAnswer('calls.expiredButCalled', { page, pageSize })
  const columns = useStillCalledColumns<ExpiredButCalled>({
    field: 'expiredAt',
    headerName: t('expired.expiredAt'),
  })
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
