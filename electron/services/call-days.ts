import type { CallsOfDay } from '../contract/daily-calls'
import { hour } from '../contract/time'
import type { HourCalls } from '../store/registry'

/**
 * The calls of each day, out of those of whole hours of UTC: where a day begins at half past, that
 * hour counts for the day in which it began.
 */
export function callsByDay(days: readonly number[], hours: readonly HourCalls[]): CallsOfDay[] {
  return days.slice(1).map((before, place) => {
    const from = days[place]!
    const within = hours.filter((one) => one.hour * hour >= from && one.hour * hour < before)
    const sum = (part: 'allowed' | 'refused') => within.reduce((all, one) => all + one[part], 0)
    return { from, before, allowed: sum('allowed'), refused: sum('refused') }
  })
}
