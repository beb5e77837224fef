import KeyOffRounded from '@mui/icons-material/KeyOffRounded'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { expiryViews, filterOfView, type ExpiryView } from '../../../electron/contract/expiry-view'
import type { InventoryRow } from '../../../electron/contract/inventory'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ExportTokens } from '../../ui/ExportTokens'
import { FailureNotice } from '../../ui/FailureNotice'
import { GoLink } from '../../ui/GoLink'
import { isSameFilter } from '../../ui/inventory-filter'
import { InventoryFilters } from '../../ui/InventoryFilters'
import { NoMatch } from '../../ui/NoMatch'
import { PageHeader } from '../../ui/PageHeader'
import { SavedViews } from '../../ui/SavedViews'
import { tableAnswer } from '../../ui/table-answer'
import { useInventoryFilter } from '../../ui/use-inventory-filter'

import { ExpiryTimeline } from './ExpiryTimeline'
import { ExpiryViews } from './ExpiryViews'
import { useExpiryColumns } from './use-expiry-columns'
import { useExpirySummary } from './use-expiry-summary'
import { useViewTitle } from './use-view-words'

/** What ends when: a year at a glance, ready views, and the list behind them. */
export function TokenExpiryPage() {
  const { t } = useTranslation('expiry')
  const { history } = useRouter()
  const inventory = useInventoryFilter({ sort: 'expiresAt', direction: 'asc' })
  const { filter, order, asked, isFiltered, replace, clear } = inventory
  const tokens = useAnswer('tokens.inventory', asked)
  const { summary, failure, onRetry, setUnusedDays } = useExpirySummary(filter.unusedDays)
  const columns = useExpiryColumns()
  const viewTitle = useViewTitle()
  const current =
    expiryViews.find((view) => isSameFilter(filter, filterOfView(view, summary?.unusedDays))) ??
    null

  function choose(view: ExpiryView | null, unusedDays: number) {
    if (view === 'unused') setUnusedDays(unusedDays)
    replace(view === null ? {} : filterOfView(view, unusedDays))
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <SavedViews list="expiry" view={inventory.view} onOpen={inventory.openView} />
            <ExportTokens
              title={viewTitle(current, summary?.unusedDays)}
              filter={filter}
              order={order}
              total={tokens.data?.total}
            />
          </>
        }
      />
      {failure && <FailureNotice failure={failure} onRetry={onRetry} />}
      {!summary && !failure && <Skeleton variant="rounded" height={210} sx={{ mb: 2 }} />}
      {summary && (
        <>
          <ExpiryTimeline
            summary={summary}
            filter={filter}
            onChoose={(stretch) =>
              replace(stretch ? { expiresFrom: stretch.from, expiresBefore: stretch.before } : {})
            }
          />
          <ExpiryViews summary={summary} current={current} onChoose={choose} />
        </>
      )}
      <InventoryFilters inventory={inventory}>
        {current === 'called_after_expiry' && (
          <Link component={GoLink} to="/audit/expired-but-called" variant="body2">
            {t('calledSince')}
          </Link>
        )}
      </InventoryFilters>
      <DataTable<InventoryRow>
        id="token-expiry"
        label={t('list')}
        {...tableAnswer(tokens)}
        getRowId={({ token }) => token.id}
        columns={columns}
        hideAtFirst={['system', 'contact', 'grants', 'createdAt']}
        hideWhenNarrow={['calls', 'expiryRule']}
        {...inventory.list.table}
        sort={order}
        onOpenRow={({ token }) => history.push(`/parametrization/users/${token.userId}/tokens`)}
        empty={
          isFiltered ? (
            <NoMatch
              title={t('noMatch.title')}
              text={t('noMatch.text')}
              clearLabel={t('noMatch.clear')}
              onClear={clear}
            />
          ) : (
            <EmptyState icon={<KeyOffRounded />} title={t('empty.title')} text={t('empty.text')} />
          )
        }
      />
    </>
  )
}
