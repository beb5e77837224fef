import * as z from 'zod'
import { expiryViews } from './expiry-view'
import { Moment } from './id'
import { stretches } from './stretches'

export const ExpirySummaryAsked = z.object({
  months: stretches({ most: 24 }),
  /** For the view "unused"; left out is what the policy says. */
  unusedDays: z.number().int().min(0).max(36_500).optional(),
})
export type ExpirySummaryAsked = z.output<typeof ExpirySummaryAsked>

/** How many tokens expire in a stretch of time, and how many of them were called lately. */
const Expiring = z.object({
  /** From this moment on, and before that one: the filter that lists them. */
  from: Moment,
  before: Moment,
  tokens: z.number().int(),
  used: z.number().int(),
})
export type Expiring = z.output<typeof Expiring>

/** Revoked tokens are left out everywhere. */
export const ExpirySummary = z.object({
  /** Those that expired in the last 30 days. */
  ended: Expiring,
  /** The first begins now: what expired earlier in it is among those that ended. */
  months: z.array(Expiring),
  views: z.record(z.enum(expiryViews), z.number().int()),
  unusedDays: z.number().int(),
})
export type ExpirySummary = z.output<typeof ExpirySummary>
