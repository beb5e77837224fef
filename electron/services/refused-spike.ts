import { day, hour } from '../contract/time'
import type { HourCalls } from '../store/registry'

/** Fewer than these are somebody's typing error, however quiet it was before. */
const fewest = 50
const timesAsMany = 3
const daysBefore = 14

/** The first hour that `refusedSpike` looks at. */
export const spikeSince = (now: number) => lastDayFrom(now) - daysBefore * 24

/** As the Overview counts: the running hour and the 23 before it. */
const lastDayFrom = (now: number) => Math.floor(now / hour) - 23

/**
 * Whether far more calls were refused in the last 24 hours than on a day of the two weeks before.
 * Days of which nobody counted the calls say nothing about what is usual.
 */
export function refusedSpike(
  hours: readonly Pick<HourCalls, 'hour' | 'refused'>[],
  { now, observedSince }: { now: number; observedSince: number | null },
): { count: number; usual: number } | null {
  const from = lastDayFrom(now)
  const refusedIn = (first: number, before: number) =>
    hours
      .filter((one) => one.hour >= first && one.hour < before)
      .reduce((sum, one) => sum + one.refused, 0)
  const count = refusedIn(from, from + 24)
  const observed = (from * hour - (observedSince ?? now)) / day
  const usual =
    refusedIn(from - daysBefore * 24, from) / Math.min(daysBefore, Math.max(1, observed))
  if (count < fewest || count < timesAsMany * usual) return null
  return { count, usual: Math.round(usual) }
}
