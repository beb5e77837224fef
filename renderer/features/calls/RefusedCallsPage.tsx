import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { RefusalReason, type RefusedCall } from '../../../electron/contract/gateway'
import { TokenId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { RefusedCallFilters } from './RefusedCallFilters'
import { useRefusedCallColumns } from './use-refused-call-columns'

export function RefusedCallsPage() {
  const { t } = useTranslation('calls')
  const list = useListState({ sort: 'at', direction: 'desc' })
  const { page, pageSize } = list
  // The address can hold anything.
  const reason = RefusalReason.safeParse(list.filter('reason')).data
  const tokenId = TokenId.safeParse(list.filter('tokenId')).data
  const calls = useAnswer('calls.refused', {
    page,
    pageSize,
    ...(reason && { reason }),
    ...(tokenId && { tokenId }),
  })
  const columns = useRefusedCallColumns()
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <RefusedCallFilters
        reason={reason}
        onReason={(next) => list.setFilter('reason', next)}
        tokenId={tokenId}
        onEveryToken={() => list.setFilter('tokenId', undefined)}
      />
      <DataTable<RefusedCall>
        id="refused-calls"
        label={t('title')}
        {...tableAnswer(calls)}
        columns={columns}
        page={{ page, pageSize }}
        onPage={list.setPage}
        empty={
          reason || tokenId ? (
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
