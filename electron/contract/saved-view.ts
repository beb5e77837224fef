import * as z from 'zod'
import { InventoryOrder, TokenFilter } from './inventory'
import { Name } from './text'

/** The pages that keep views. */
export const SavedViewList = z.enum(['expiry', 'tokens'])
export type SavedViewList = z.output<typeof SavedViewList>

export const SavedViewId = z.number().int().positive().brand<'SavedViewId'>()
export type SavedViewId = z.output<typeof SavedViewId>

/** What is filtered and in which order; what is left out is as the list begins. */
export const ViewFilter = z.object({
  ...TokenFilter.shape,
  show: TokenFilter.shape.show.unwrap().optional(),
  sort: InventoryOrder.shape.sort.unwrap().optional(),
  direction: InventoryOrder.shape.direction.unwrap().optional(),
})
export type ViewFilter = z.output<typeof ViewFilter>
/** As the window sends it. */
export type AskedView = z.input<typeof ViewFilter>

export const NewSavedView = z.object({ list: SavedViewList, name: Name, filter: ViewFilter })
export type NewSavedView = z.output<typeof NewSavedView>

export const SavedView = NewSavedView.extend({ id: SavedViewId })
export type SavedView = z.output<typeof SavedView>
