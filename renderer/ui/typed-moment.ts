import { DateTime } from 'luxon'

/** A moment as a person types it, in the zone of this machine: `2027-03-31 08:30:00`. */
export const typedMoment = (moment: number): string =>
  DateTime.fromMillis(moment).toFormat('yyyy-MM-dd HH:mm:ss')

/** The moment that was typed; NaN, which no contract takes, where it is none. */
export const momentTyped = (text: string): number =>
  DateTime.fromISO(text.trim().replace(' ', 'T')).toMillis()

/** What the system's calendar is shown; half a date is none to it. */
export function calendarValue(kind: 'day' | 'moment', typed: string): string {
  const moment = DateTime.fromISO(typed.trim().replace(' ', 'T'))
  if (!moment.isValid) return ''
  return moment.toFormat(kind === 'day' ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm:ss")
}

/** What the calendar answers, as it stands in the field. */
export const typedForm = (chosen: string): string => chosen.replace('T', ' ')
