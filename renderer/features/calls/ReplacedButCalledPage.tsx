import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import { useTranslation } from 'react-i18next'
import type { ReplacedButCalled } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { CallViews } from './CallViews'
import { useStillCalledColumns } from './still-called-columns'

/** Systems that go on calling with a secret that was replaced: each of them is broken right now. */
export function ReplacedButCalledPage() {
  const { t } = useTranslation('calls')
  const { page, pageSize, setPage } = useListState({ sort: 'at', direction: 'desc' })
  const tokens = useAnswer('calls.replacedButCalled', { page, pageSize })
  const columns = useStillCalledColumns<ReplacedButCalled>({
    field: 'rotatedAt',
    headerName: t('replaced.rotatedAt'),
    callsName: t('replaced.calls'),
  })
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <CallViews current="replaced" />
      <DataTable<ReplacedButCalled>
        id="replaced-but-called"
        label={t('replaced.title')}
        {...tableAnswer(tokens)}
        getRowId={(row) => row.tokenId}
        columns={columns}
        page={{ page, pageSize }}
        onPage={setPage}
        empty={
          <EmptyState
            icon={<VerifiedUserOutlined />}
            title={t('replaced.empty.title')}
            text={t('replaced.empty.text')}
          />
        }
      />
    </>
  )
}
