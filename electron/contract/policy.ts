import * as z from 'zod'
import { Moment, Version } from './id'
import { Name } from './text'

export const CallsPerMinute = z
  .number()
  .int()
  .min(1, { error: 'calls_range' })
  .max(1_000_000, { error: 'calls_range' })

export const mostNamePatterns = 20
export const mostReminders = 12

const Days = z.number().int().min(1, { error: 'days_range' }).max(36_500, { error: 'days_range' })

/** Days before its expiry on which it may be reminded of. */
export const ReminderDay = z
  .number()
  .int()
  .min(0, { error: 'reminder_range' })
  .max(365, { error: 'reminder_range' })

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
  namePatterns: z.array(Name).max(mostNamePatterns, { error: 'too_many' }).default([]),
  /** Days without a call after which a token is marked. */
  unusedFlagDays: Days.nullable().default(90),
  /** Days without a call after which a token's calls are refused, until it is enabled again. */
  unusedDisableDays: Days.nullable().default(null),
  reminderDays: z
    .array(ReminderDay)
    .max(mostReminders, { error: 'too_many' })
    .transform((days) => [...new Set(days)].toSorted((a, b) => b - a))
    .default(usualReminderDays),
})
export type Policy = z.output<typeof Policy>

/** As it is stored; `callsCountedFrom` is null while no gateway ever ran. */
export const KeptPolicy = Policy.extend({ version: Version, callsCountedFrom: Moment.nullable() })
export type KeptPolicy = z.output<typeof KeptPolicy>

/** Rules that would never come to anything are taken for a slip of the keyboard. */
function assertConsistent(
  { longestLifetimeDays, defaultLifetimeDays, unusedFlagDays, unusedDisableDays }: Policy,
  context: z.RefinementCtx,
) {
  const refuse = (field: keyof Policy, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  if ((defaultLifetimeDays ?? 0) > (longestLifetimeDays ?? Number.POSITIVE_INFINITY))
    refuse('defaultLifetimeDays', 'default_beyond_longest')
  if (unusedDisableDays !== null && unusedDisableDays <= (unusedFlagDays ?? 0))
    refuse('unusedDisableDays', 'not_after_flag')
}

export const ProposedPolicy = Policy.superRefine(assertConsistent)

/**
 * `confirmedStopping` is how many tokens used within the last 24 hours may stop by it: whoever
 * saves has seen that number.
 */
export const PolicyChange = Policy.extend({
  version: Version,
  confirmedStopping: z.number().int().min(0).default(0),
}).superRefine(assertConsistent)
export type PolicyChange = z.output<typeof PolicyChange>
