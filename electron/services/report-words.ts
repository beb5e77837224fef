import { DateTime } from 'luxon'
import common from '../../resources/locales/en/common.json'
import words from '../../resources/locales/en/reports.json'
import type { TokenStatus } from '../contract/token'

/** What is written on paper and into calendars: the window is not asked for it. */
export const reportWords = words

export const statusWords: Record<TokenStatus, string> = common.tokenStatus

/** Fills a sentence in, as the window's catalogue does. */
export const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => values[name] ?? '')

/** `31 March 2027, 23:59:59 CEST`: unmistakable in every country. */
export const momentWords = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone, locale: 'en-GB' }).toFormat('d LLLL yyyy, HH:mm:ss ZZZZ')

/** `31 Mar 2027 23:59` */
export const minuteWords = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone, locale: 'en-GB' }).toFormat('d LLL yyyy HH:mm')
