import { day } from './token-stories'

/** Systems call less on a weekend, and never quite as much as the day before. */
const weekend = 0.3
const unrest = 0.35

/**
 * How much of a token's calls has come by each of these moments, between 0 and 1; the last one
 * has all of them.
 */
export function sharesBy(from: number, moments: number[]): number[] {
  const weights = moments.map((moment, index) => {
    const length = moment - (moments[index - 1] ?? from)
    const dayOfWeek = new Date(moment).getUTCDay()
    const isWeekend = length <= day && (dayOfWeek === 0 || dayOfWeek === 6)
    return (
      Math.max(1, length) *
      (isWeekend ? weekend : 1) *
      (1 + unrest * Math.sin((moment - from) / day))
    )
  })
  const all = weights.reduce((sum, one) => sum + one, 0)
  let sofar = 0
  return weights.map((one) => (sofar += one) / all)
}
