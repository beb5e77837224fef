import { useTranslation } from 'react-i18next'
import type { InventoryRow } from '../../../electron/contract/inventory'
import { useAnswer } from '../../keyward'
import { BulkDialog } from '../../ui/BulkDialog'
import { DailyCalls } from '../../ui/DailyCalls'
import { DataTable } from '../../ui/DataTable'
import { ExportTokens } from '../../ui/ExportTokens'
import { InventoryFilters } from '../../ui/InventoryFilters'
import { PageHeader } from '../../ui/PageHeader'
import { SavedViews } from '../../ui/SavedViews'
import { tableAnswer } from '../../ui/table-answer'
import { useInventoryFilter } from '../../ui/use-inventory-filter'
import { useMay } from '../../ui/useMay'
import { BulkBar } from './BulkBar'
import { NoTokensAnywhere } from './NoTokensAnywhere'
import { TokenDialogs } from './TokenDialogs'
import { useAllTokensColumns } from './all-tokens-columns'
import { useBulkSelection } from './use-bulk-selection'
import { useTokenActions } from './use-token-actions'

/** The tokens of all users: found, looked at, and changed one by one or many at once. */
export function AllTokensPage() {
  const { t } = useTranslation('inventory')
  const may = useMay()
  const inventory = useInventoryFilter({ sort: 'name', direction: 'asc' })
  const tokens = useAnswer('tokens.inventory', inventory.asked)
  const { act, opened, open, close } = useTokenActions()
  const columns = useAllTokensColumns(act)
  const selection = useBulkSelection(inventory.filter, tokens.data)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <SavedViews list="tokens" view={inventory.view} onOpen={inventory.openView} />
            <ExportTokens
              title={t('title')}
              filter={inventory.filter}
              order={inventory.order}
              total={tokens.data?.total}
            />
          </>
        }
      />
      <InventoryFilters inventory={inventory} />
      {selection.count > 0 && <BulkBar selection={selection} total={tokens.data?.total ?? 0} />}
      <DailyCalls ids={(tokens.data?.rows ?? []).map((row) => row.token.id)}>
        <DataTable<InventoryRow>
          id="all-tokens"
          label={t('title')}
          {...tableAnswer(tokens)}
          getRowId={(row) => row.token.id}
          columns={columns}
          hideAtFirst={['expiryRule', 'calls', 'system', 'contact', 'createdAt']}
          hideWhenNarrow={['grants', 'daily']}
          {...inventory.list.table}
          sort={inventory.order}
          onOpenRow={({ token }) => open({ what: 'details', id: token.id })}
          {...(may('tokens.bulk') && { selection: selection.table })}
          empty={<NoTokensAnywhere isFiltered={inventory.isFiltered} onClear={inventory.clear} />}
        />
      </DailyCalls>
      {opened && (
        <TokenDialogs
          opened={opened}
          onIssued={(issued) => open({ what: 'created', issued })}
          onClose={close}
        />
      )}
      {selection.asked && (
        <BulkDialog {...selection.asked} onDone={selection.clear} onClose={selection.stopAsking} />
      )}
    </>
  )
}
