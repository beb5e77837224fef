import { DateTime } from 'luxon'

/** Unmistakable dates for an English window: 31 March 2027, 23:59. */
const locale = 'en-GB'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Largest first; cut off, never rounded up: 3 hours 50 minutes ago is "3 hours ago". */
const units = [
  { unit: 'year', from: 2 * 365 * day, size: 365 * day },
  { unit: 'month', from: 60 * day, size: 30 * day },
  { unit: 'day', from: day, size: day },
  { unit: 'hour', from: hour, size: hour },
  { unit: 'minute', from: minute, size: minute },
] as const

/** `3 hours ago`, `in 12 days`; null within a minute, for which the catalogue has words. */
export function relativeWords(at: number, now: number): string | null {
  const distance = at - now
  const fitting = units.find(({ from }) => Math.abs(distance) >= from)
  if (!fitting) return null
  return new Intl.RelativeTimeFormat(locale).format(
    Math.trunc(distance / fitting.size),
    fitting.unit,
  )
}

/** `3 days`; cut off as above, null within a minute. */
export function lengthWords(ms: number): string | null {
  const fitting = units.find(({ from }) => ms >= from)
  if (!fitting) return null
  const form = { style: 'unit', unit: fitting.unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, form).format(Math.trunc(ms / fitting.size))
}

/** Where room is short: `14:05` today, `28 Nov` within this year, else with the year. */
export function shortMoment(at: number, now: number, zone: string): string {
  const [moment, today] = [at, now].map((ms) => DateTime.fromMillis(ms, { zone, locale }))
  if (moment?.hasSame(today!, 'day')) return moment.toFormat('HH:mm')
  return moment!.toFormat(moment!.hasSame(today!, 'year') ? 'd LLL' : 'd LLL yyyy')
}

/** `in 30 days`, `tomorrow`, `yesterday`, counted in days of the calendar of that zone. */
export function relativeDays(at: number, now: number, zone: string): string {
  const start = (ms: number) => DateTime.fromMillis(ms, { zone }).startOf('day')
  const days = Math.round(start(at).diff(start(now), 'days').days)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return Math.abs(days) > 730
    ? format.format(Math.trunc(days / 365), 'year')
    : format.format(days, 'day')
}

/** `31 March 2027 at 23:59:59 CEST (Europe/Prague)`; a zone that is its own abbreviation once. */
export function exactWords(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: zone,
  })
  const words = format.format(at)
  return words.endsWith(` ${zone}`) ? words : `${words} (${zone})`
}

/** `31 Mar 2027` */
export const dayWords = (at: number, zone: string) =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  }).format(at)

/** `3 Nov`, and with its year where it is not this one. */
export function shortDayWords(at: number, zone: string, now: number): string {
  const yearOf = (ms: number) => DateTime.fromMillis(ms, { zone }).year
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(yearOf(at) !== yearOf(now) && { year: 'numeric' }),
    timeZone: zone,
  }).format(at)
}

/** `31 Mar 2027, 23:59` */
export const momentWords = (at: number, zone: string) =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at)

export const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
