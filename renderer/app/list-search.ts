import * as z from 'zod'

/**
 * What a list keeps in its address (`ui/useListState.ts`). Filters differ from list to list, so
 * any further plain value stays; what does not fit is dropped rather than breaking the page.
 */
export const ListSearch = z
  .object({
    page: z.number().int().min(0).max(100_000).optional().catch(undefined),
    pageSize: z.literal([25, 50, 100]).optional().catch(undefined),
    sort: z.string().optional().catch(undefined),
    direction: z.enum(['asc', 'desc']).optional().catch(undefined),
    // A search for digits alone comes back from the address as a number.
    search: z.coerce.string().optional().catch(undefined),
  })
  .catchall(
    z
      .union([z.string(), z.number(), z.literal(true)])
      .optional()
      .catch(undefined),
  )
