import { DateTime } from 'luxon'

/** Where each of the last days begins in a zone, the last of them today, and where today ends. */
export function daysUpTo(now: number, count: number, zone: string): number[] {
  const today = DateTime.fromMillis(now, { zone }).startOf('day')
  return Array.from({ length: count + 1 }, (_, place) =>
    today
      .plus({ days: place - count + 1 })
      .startOf('day')
      .toMillis(),
  )
}
