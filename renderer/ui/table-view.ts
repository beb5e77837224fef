import { useQueryClient } from '@tanstack/react-query'
import type { TableView, TableViews } from '../../electron/contract/table-view'
import { ask, useAnswer } from '../keyward'

const atFirst: TableView = { density: 'standard', columns: {} }

/** Asked for once, before there is a table; what changes afterwards is known here first. */
export const useRememberedTables = (): TableViews =>
  useAnswer('tables.get', undefined, { staleTime: Infinity }).data ?? {}

/** Density and hidden columns of one table, as this person left them. */
export function useTableView(id: string) {
  const client = useQueryClient()
  const views = useRememberedTables()
  const view = views[id] ?? atFirst
  const change = (part: Partial<TableView>) => {
    const next = { ...view, ...part }
    client.setQueryData(['tables.get', undefined], { ...views, [id]: next })
    // Seen already; where it cannot be kept, the table is as at first the next time.
    ask('tables.set', { table: id, view: next }).catch(() => undefined)
  }
  return { view, change }
}
