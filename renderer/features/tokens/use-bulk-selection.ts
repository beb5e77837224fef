import type { GridRowId } from '@mui/x-data-grid'
import { useState } from 'react'
import type { BulkKind, BulkSelection } from '../../../electron/contract/bulk'
import { TokenFilter, type InventoryRow } from '../../../electron/contract/inventory'
import type { Page } from '../../../electron/contract/page'
import type { AskedFilter } from '../../ui/inventory-filter'

type Asked = { kind: BulkKind; selection: BulkSelection }

/**
 * Ticked rows of the page that is shown, since nobody changes what nobody sees; or all that the
 * filter leaves, as a choice of its own, which another filter takes back.
 */
export function useBulkSelection(filter: AskedFilter, shown: Page<InventoryRow> | undefined) {
  const [ids, setIds] = useState<ReadonlySet<GridRowId>>(new Set())
  const [wholeOf, setWholeOf] = useState<AskedFilter | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const rows = shown?.rows ?? []
  const isWhole = wholeOf === filter
  const ticked = rows.map((row) => row.token.id).filter((id) => isWhole || ids.has(id))
  const total = shown?.total ?? 0
  return {
    count: isWhole ? total : ticked.length,
    isWhole,
    canWiden: !isWhole && ticked.length === rows.length && total > rows.length,
    widen: () => setWholeOf(filter),
    clear: () => {
      setIds(new Set())
      setWholeOf(null)
      setAsked(null)
    },
    table: {
      ids: new Set<GridRowId>(ticked),
      onSelect: (next: Set<GridRowId>) => {
        setWholeOf(null)
        setIds(next)
      },
    },
    asked,
    ask: (kind: BulkKind) =>
      setAsked({
        kind,
        selection: isWhole ? { filter: TokenFilter.parse(filter), count: total } : { ids: ticked },
      }),
    stopAsking: () => setAsked(null),
  }
}

export type BulkSelected = ReturnType<typeof useBulkSelection>
