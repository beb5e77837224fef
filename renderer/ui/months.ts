import { DateTime } from 'luxon'

/** Where this month and the eleven after it begin in a zone, and where the last one ends. */
export function monthsFrom(now: number, zone: string): number[] {
  const first = DateTime.fromMillis(now, { zone }).startOf('month')
  return Array.from({ length: 13 }, (_, place) => first.plus({ months: place }).toMillis())
}

const inEnglish = (at: number, zone: string) => DateTime.fromMillis(at, { zone, locale: 'en-GB' })

/** `November 2026` */
export const monthWords = (at: number, zone: string): string =>
  inEnglish(at, zone).toFormat('LLLL yyyy')

/** `Nov`, and the year where one begins. */
export const shortMonth = (at: number, zone: string, isFirst: boolean) => {
  const month = inEnglish(at, zone)
  return {
    month: month.toFormat('LLL'),
    year: isFirst || month.month === 1 ? month.toFormat('yyyy') : '',
  }
}
