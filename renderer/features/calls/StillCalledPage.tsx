import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import type { GridColDef } from '@mui/x-data-grid'
import { useTranslation } from 'react-i18next'
import type { TokenId } from '../../../electron/contract/id'
import type { tableAnswer } from '../../ui/table-answer'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import type { TablePage } from '../../ui/table-paging'
import { CallViews } from './CallViews'

type Props<Row> = {
  /** The view, and what its texts are called. */
  view: 'expired' | 'replaced'
  answer: ReturnType<typeof tableAnswer<Row>>
  columns: readonly GridColDef<Row & object>[]
  page: TablePage
  onPage: (page: TablePage) => void
}

/** Systems whose calls are refused and who go on calling: each of them is broken right now. */
export function StillCalledPage<Row extends { tokenId: TokenId }>(props: Props<Row>) {
  const { view, answer, columns, page, onPage } = props
  const { t } = useTranslation('calls')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <CallViews current={view} />
      <DataTable<Row>
        id={`${view}-but-called`}
        label={t(`${view}.title`)}
        {...answer}
        getRowId={(row) => row.tokenId}
        columns={columns}
        page={page}
        onPage={onPage}
        empty={
          <EmptyState
            icon={<VerifiedUserOutlined />}
            title={t(`${view}.empty.title`)}
            text={t(`${view}.empty.text`)}
          />
        }
      />
    </>
  )
}
