import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { CallViews } from './CallViews'
import { ExportCalls } from './ExportCalls'
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
        actions={<ExportCalls asked={asked} disabled={!calls.data?.total} />}
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
            <EmptyState
              icon={<SearchOffRounded />}
              title={t('noMatch.title')}
              text={t('noMatch.text')}
              action={<Button onClick={list.clear}>{t('noMatch.clear')}</Button>}
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
