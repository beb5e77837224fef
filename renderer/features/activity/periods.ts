const hour = 3_600_000
const day = 24 * hour

/** Ready spans of time, back from now. */
export const periods = ['hour', 'day', 'week', 'month', 'year'] as const
export type Period = (typeof periods)[number]

export const lengthOf: Record<Period, number> = {
  hour,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
}
