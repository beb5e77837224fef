import type { Seeded } from './seeded'
import { day } from './token-stories'

export const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

export const calendarDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** As the gateway keeps decimals of scale 2. Amounts are counted in cents, so that they add up. */
export const amount = (cents: number) => (cents / 100).toFixed(2)

export const cents = (text: string) => Math.round(Number(text) * 100)

/** So many moments between two days of the past, oldest first. */
export const moments = (
  seeded: Seeded,
  now: number,
  count: number,
  [fromDaysAgo, toDaysAgo]: [number, number],
) => {
  const step = ((fromDaysAgo - toDaysAgo) * day) / count
  const latest = now - 60_000
  return Array.from({ length: count }, (_, nth) =>
    Math.min(latest, Math.round(now - fromDaysAgo * day + (nth + seeded.fraction()) * step)),
  )
}

/** One of the records that were there at a moment; they are oldest first. */
export function pickBefore<T extends { at: number }>(seeded: Seeded, records: T[], at: number): T {
  const known = records.findIndex((one) => one.at >= at)
  return records[seeded.between(0, (known === -1 ? records.length : known) - 1)]!
}
