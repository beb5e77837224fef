import * as z from 'zod'

const word = z.string().max(64)

/** How a person likes a table. */
export const TableView = z.object({
  density: z.enum(['compact', 'standard', 'comfortable']),
  /** Columns that were shown or hidden otherwise than at first. */
  columns: z.record(word, z.boolean()),
})
export type TableView = z.output<typeof TableView>

/** By the table's name. */
export const TableViews = z.record(word, TableView)
export type TableViews = z.output<typeof TableViews>

export const TableViewChange = z.object({ table: word, view: TableView })
export type TableViewChange = z.output<typeof TableViewChange>
