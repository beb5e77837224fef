import { DateTime } from 'luxon'
import { Day, expiryMoment } from '../../../electron/contract/expiry'
import { day } from '../../../electron/contract/time'

/** Why a typed day cannot be the last one, as a code of the field texts. */
export type DayProblem = 'not_a_date' | 'no_such_day' | 'expiry_in_past' | 'expiry_beyond_policy'

/** `21 December 2026, 23:59:59` as the clocks of that zone show it. */
export const momentWords = (at: number, zone: string) =>
  DateTime.fromMillis(at, { zone, locale: 'en-GB' }).toFormat('d MMMM yyyy, HH:mm:ss')

export const longDayWords = (at: number, zone: string) =>
  DateTime.fromMillis(at, { zone, locale: 'en-GB' }).toFormat('d MMMM yyyy')

export const dayOf = (at: number, zone: string) =>
  DateTime.fromMillis(at, { zone }).toISODate() ?? ''

/** The end of the last day that policy allows; null where it sets none. */
export const latestEnd = (longestLifetimeDays: number | null, zone: string, createdAt: number) =>
  longestLifetimeDays === null
    ? null
    : expiryMoment({ kind: 'days', days: longestLifetimeDays, zone }, createdAt)

/** What every call would be judged by: no token outlives created + limit to the millisecond. */
export function effectiveEnd(
  end: number | null,
  longestLifetimeDays: number | null,
  createdAt: number,
): number | null {
  if (longestLifetimeDays === null) return end
  const latest = createdAt + longestLifetimeDays * day
  return end === null ? latest : Math.min(end, latest)
}

export function dayProblem(
  date: string,
  terms: { zone: string; now: number; createdAt: number; longestLifetimeDays: number | null },
): DayProblem | null {
  const typed = Day.safeParse(date)
  if (!typed.success)
    return typed.error.issues[0]?.message === 'not_a_date' ? 'not_a_date' : 'no_such_day'
  const { zone, now } = terms
  const end = expiryMoment({ kind: 'date', date, zone }, now) ?? now
  if (end <= now) return 'expiry_in_past'
  const latest = latestEnd(terms.longestLifetimeDays, zone, terms.createdAt)
  return latest !== null && end > latest ? 'expiry_beyond_policy' : null
}
