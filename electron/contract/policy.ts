import * as z from 'zod'
import { Name } from './text'

export const CallsPerMinute = z
  .number()
  .int()
  .min(1, { error: 'calls_range' })
  .max(1_000_000, { error: 'calls_range' })

const Days = z.number().int().min(1, { error: 'days_range' }).max(36_500, { error: 'days_range' })

/** Days before its expiry on which a token is reminded of; 0 is the day itself. */
export const usualReminderDays = [60, 30, 14, 7, 1, 0]

/** The rules every token is held to, at use as well as at creation. */
export const Policy = z.object({
  /** Effective expiry = min(expiry, created + this many days); null is no limit. */
  longestLifetimeDays: Days.nullable(),
  neverAllowed: z.boolean(),
  /** For tokens without a rate of their own. */
  callsPerMinute: CallsPerMinute,
  /** What the dialog for a new token begins with; null is nothing. */
  defaultLifetimeDays: Days.nullable().default(null),
  /** A new name fits one of these: `*` is any text, `?` one character, `#` one digit. */
  namePatterns: z.array(Name).max(20, { error: 'too_many' }).default([]),
  /** Days without a call after which a token is marked. */
  unusedFlagDays: Days.nullable().default(90),
  /** Days without a call after which a token's calls are refused, until it is enabled again. */
  unusedDisableDays: Days.nullable().default(null),
  reminderDays: z
    .array(z.number().int().min(0).max(365, { error: 'days_range' }))
    .max(12, { error: 'too_many' })
    .transform((days) => [...new Set(days)].toSorted((a, b) => b - a))
    .default(usualReminderDays),
})
export type Policy = z.output<typeof Policy>
