import type { GridRowId } from '@mui/x-data-grid'
import { useState } from 'react'
import type { StoredRecord } from '../../../electron/contract/record'

/** Which records are ticked. Only those on the page count: what nobody sees is not deleted. */
export function useTicked(rows: readonly StoredRecord[] | undefined) {
  const [ids, setIds] = useState<ReadonlySet<GridRowId>>(new Set())
  const ticked = (rows ?? []).filter(({ id }) => ids.has(id))
  return {
    ticked,
    selection: {
      ids: new Set<GridRowId>(ticked.map(({ id }) => id)),
      onSelect: (next: Set<GridRowId>) => setIds(next),
    },
    untick: () => setIds(new Set()),
  }
}
