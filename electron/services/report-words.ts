import common from '../../resources/locales/en/common.json'
import words from '../../resources/locales/en/reports.json'
import type { TokenStatus } from '../contract/token'

/** What is written on paper and into calendars: the window is not asked for it. */
export const reportWords = words

export const statusWords: Record<TokenStatus, string> = common.tokenStatus

/** Fills a sentence in, as the window's catalogue does. */
export const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => values[name] ?? '')

/** `31 March 2027 at 23:59:59 CEST`: unmistakable in every country, and as the window says it. */
export const momentWords = (at: number, zone: string): string => formats(zone).moment.format(at)

/** `31 Mar 2027, 23:59` */
export const minuteWords = (at: number, zone: string): string => formats(zone).minute.format(at)

/** Making one takes longer than a thousand uses of it, and lists have ten thousand rows. */
function formats(zone: string) {
  const known = made.get(zone)
  if (known) return known
  const format = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...how, timeZone: zone })
  const both = {
    moment: format({ dateStyle: 'long', timeStyle: 'long' }),
    minute: format({ dateStyle: 'medium', timeStyle: 'short' }),
  }
  made.set(zone, both)
  return both
}

const made = new Map<string, { moment: Intl.DateTimeFormat; minute: Intl.DateTimeFormat }>()
