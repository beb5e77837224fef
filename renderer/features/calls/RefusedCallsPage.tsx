import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ExportButton } from '../../ui/ExportButton'
import { NoMatch } from '../../ui/NoMatch'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { CallViews } from './CallViews'
import { RefusedCallFilters } from './RefusedCallFilters'
import { useCallFilters } from './use-call-filters'
import { useRefusedCallColumns } from './use-refused-call-columns'

export function RefusedCallsPage() {
  const { t } = useTranslation('calls')
  const { list, asked, isFiltered } = useCallFilters()
  const { page, pageSize } = list
  const calls = useAnswer('calls.refused', { page, pageSize, ...asked })
  const columns = useRefusedCallColumns()
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <ExportButton call="calls.exportRefused" asked={asked} disabled={!calls.data?.total} />
        }
      />
      <CallViews current="all" />
      <RefusedCallFilters list={list} asked={asked} />
      <DataTable<RefusedCall>
        id="refused-calls"
        label={t('title')}
        {...tableAnswer(calls)}
        columns={columns}
        hideWhenNarrow={['source']}
        page={{ page, pageSize }}
        onPage={list.setPage}
        empty={
          isFiltered ? (
            <NoMatch
              title={t('noMatch.title')}
              text={t('noMatch.text')}
              clearLabel={t('noMatch.clear')}
              onClear={list.clear}
            />
          ) : (
            <EmptyState
              icon={<VerifiedUserOutlined />}
              title={t('empty.title')}
              text={t('empty.text')}
            />
          )
        }
      />
    </>
  )
}
