import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { InventorySort } from '../../electron/contract/inventory'
import type { AskedView } from '../../electron/contract/saved-view'
import { addressOf, filterFrom, filterParts, type AskedFilter } from './inventory-filter'
import { useListState, type Direction } from './useListState'

const noFilter = Object.fromEntries(filterParts.map((part) => [part, undefined]))

type Defaults = { sort: InventorySort; direction: Direction }

/** Filter, order and page of a list over the tokens of all users, as the address has them. */
export function useInventoryFilter(defaults: Defaults) {
  const list = useListState<InventorySort>(defaults)
  const kept: Record<string, unknown> = useSearch({ strict: false })
  // One object as long as the address says the same.
  const text = JSON.stringify(filterFrom(kept))
  const filter = useMemo(() => JSON.parse(text) as AskedFilter, [text])
  const order = {
    sort: InventorySort.safeParse(list.sort).data ?? defaults.sort,
    direction: list.direction,
  }
  const { page, pageSize } = list
  return {
    list,
    filter,
    order,
    /** What `tokens.inventory` is asked. */
    asked: { ...filter, ...order, page, pageSize },
    isFiltered: Object.keys(filter).length > 0,
    /** Sets some parts anew; an undefined one is taken away. */
    set: (parts: AskedFilter) =>
      list.setFilters(
        Object.fromEntries(
          Object.keys(parts).map((part) => [part, addressOf(parts)[part as keyof AskedFilter]]),
        ),
      ),
    /** This filter in place of the one there is; order and page size stay. */
    replace: (next: AskedFilter) => list.setFilters({ ...noFilter, ...addressOf(next) }),
    /** Filter and order, as a saved view has them. */
    view: { ...filter, ...order } as AskedView,
    openView: ({ sort, direction, ...saved }: AskedView) =>
      list.setFilters({
        ...noFilter,
        ...addressOf(saved),
        ...(sort && { sort }),
        ...(direction && { direction }),
      }),
    clear: list.clear,
  }
}

export type InventoryFilter = ReturnType<typeof useInventoryFilter>
