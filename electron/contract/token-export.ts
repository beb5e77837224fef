import * as z from 'zod'
import { Zone } from './expiry'
import { InventoryOrder, TokenFilter } from './inventory'
import { Name } from './text'

export const TokenListFormat = z.enum(['csv', 'ics', 'pdf'])
export type TokenListFormat = z.output<typeof TokenListFormat>

/** Exactly what is filtered, in the order in which it is shown. */
export const TokenListExport = z.object({
  filter: TokenFilter,
  order: InventoryOrder,
  format: TokenListFormat,
  /** The view's name, as the window shows it, and its filter in words. */
  title: Name,
  described: z.array(z.string().max(300)).max(30),
  /** In which the days and hours are written out. */
  zone: Zone,
})
export type TokenListExport = z.output<typeof TokenListExport>

/** Of the export that goes on. */
export const TokenExportProgress = z.object({
  file: z.string(),
  rows: z.number().int(),
  totalRows: z.number().int(),
  /** All rows are read, and the pages are being laid out. */
  isPrinting: z.boolean(),
})
export type TokenExportProgress = z.output<typeof TokenExportProgress>
