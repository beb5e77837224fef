import { DateTime } from 'luxon'

/** A moment as a field for date and time takes it, in the zone of this machine. */
export const toLocalInput = (moment: number): string =>
  DateTime.fromMillis(moment).toFormat("yyyy-MM-dd'T'HH:mm:ss")

/** The moment that was typed; NaN, which no contract takes, where it is none. */
export const fromLocalInput = (text: string): number => DateTime.fromISO(text).toMillis()
