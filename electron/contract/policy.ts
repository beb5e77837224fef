import * as z from 'zod'

export const CallsPerMinute = z
  .number()
  .int()
  .min(1, { error: 'calls_range' })
  .max(1_000_000, { error: 'calls_range' })

/** The rules every token is held to, at use as well as at creation. */
export const Policy = z.object({
  /** Effective expiry = min(expiry, created + this many days); null is no limit. */
  longestLifetimeDays: z
    .number()
    .int()
    .min(1, { error: 'days_range' })
    .max(36_500, { error: 'days_range' })
    .nullable(),
  neverAllowed: z.boolean(),
  /** For tokens without a rate of their own. */
  callsPerMinute: CallsPerMinute,
})
export type Policy = z.output<typeof Policy>
