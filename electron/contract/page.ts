import * as z from 'zod'

/** Which rows of a long list: `page` counts from 0. */
export const PageAsked = z.object({
  page: z.number().int().min(0).max(100_000).default(0),
  pageSize: z.number().int().min(1).max(100).default(50),
})
export type PageAsked = z.output<typeof PageAsked>

export const Direction = z.enum(['asc', 'desc'])
export type Direction = z.output<typeof Direction>

/** Of what is revoked rather than deleted: `current` is everything but revoked. */
export const Show = z.enum(['current', 'revoked', 'all'])
export type Show = z.output<typeof Show>

/** One page of rows and how many there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.number().int().min(0) })

export type Page<T> = { rows: T[]; total: number }
