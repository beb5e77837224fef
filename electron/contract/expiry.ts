import { DateTime, IANAZone } from 'luxon'
import * as z from 'zod'

/** The choices that the creation dialog offers, in days. */
export const expiryPresetDays = [30, 90, 180, 365] as const

/** A time zone by its IANA name. */
export const Zone = z.string().max(64).refine(IANAZone.isValidZone, { error: 'unknown_zone' })

/** A day of the calendar, `2027-03-31`; 30 February is none. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not_a_date' })
  .refine((day) => DateTime.fromISO(day, { zone: 'utc' }).isValid, { error: 'no_such_day' })

export const ExpiryChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), days: z.number().int().min(1).max(36_500), zone: Zone }),
  z.object({ kind: z.literal('date'), date: Day, zone: Zone }),
  z.object({ kind: z.literal('never') }),
])
export type ExpiryChoice = z.output<typeof ExpiryChoice>

/**
 * The moment (UTC milliseconds) at which a choice ends: the last millisecond of the chosen day in
 * the chosen zone. "30 days" is the end of the day 30 days from today. Null is never.
 */
export function expiryMoment(choice: ExpiryChoice, now: number): number | null {
  if (choice.kind === 'never') return null
  const day =
    choice.kind === 'date'
      ? DateTime.fromISO(choice.date, { zone: choice.zone })
      : DateTime.fromMillis(now, { zone: choice.zone }).plus({ days: choice.days })
  return day.endOf('day').toMillis()
}

/** The moment at which a day begins in a zone. */
export const startMoment = ({ date, zone }: { date: string; zone: string }): number =>
  DateTime.fromISO(date, { zone }).startOf('day').toMillis()
