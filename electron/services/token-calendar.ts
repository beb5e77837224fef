import {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  ICalEventTransparency,
} from 'ical-generator'
import { DateTime } from 'luxon'
import type { InventoryRow } from '../contract/inventory'
import { filled, momentWords, reportWords } from './report-words'

const { calendar: words } = reportWords

/** An alarm at midnight wakes somebody up, or nobody. */
const alarmHour = 9
const hour = 3_600_000

type Given = { title: string; zone: string; reminderDays: number[]; now: number }

/** Only what is still to come is worth a date. */
export const isToCome = ({ token }: InventoryRow, now: number): boolean =>
  token.revokedAt === null && token.expiresAt !== null && token.expiresAt > now

/**
 * The days on which tokens expire (RFC 5545), with an alarm on each reminder day. The UID is the
 * token's own and the sequence its version, so that a calendar that has them already takes them up
 * anew instead of showing them twice. Written piece by piece: there may be many.
 */
export function tokenCalendar(given: Given) {
  const empty = newCalendar(given).toString()
  const end = empty.lastIndexOf('END:VCALENDAR')
  return {
    head: empty.slice(0, end),
    events(rows: InventoryRow[]): string {
      const calendar = newCalendar(given)
      for (const row of rows) addEvent(calendar, row, given)
      // Only a whole calendar is folded into short lines; of each, what stands between its ends.
      const text = calendar.toString()
      return text.slice(text.indexOf(firstEvent) + 2, text.lastIndexOf('END:VCALENDAR'))
    },
    foot: empty.slice(end),
  }
}

const newCalendar = ({ title }: Given) =>
  new ICalCalendar({
    name: filled(words.name, { title }),
    prodId: { company: 'Keyward', product: 'Token expiry', language: 'EN' },
  })

const firstEvent = '\r\nBEGIN:VEVENT\r\n'

function addEvent(calendar: ICalCalendar, row: InventoryRow, given: Given) {
  const { token, userName: user } = row
  const { zone, now, reminderDays } = given
  const day = DateTime.fromMillis(token.expiresAt!, { zone }).startOf('day')
  const summary = filled(words.summary, { token: token.name, user })
  const event = calendar.createEvent({
    id: `${token.id}@tokens.keyward`,
    sequence: token.version,
    stamp: new Date(now),
    // A date has no zone; it is the day that the zone has then.
    start: new Date(Date.UTC(day.year, day.month - 1, day.day)),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary,
    description: describe(row, zone),
  })
  const hours = reminderDays.map((days) => days * 24 - alarmHour)
  for (const before of hours.filter((one) => day.toMillis() - one * hour > now)) {
    const alarm = event.createAlarm({
      type: ICalAlarmType.display,
      description: summary,
      ...(before >= 0 ? { triggerBefore: before * 3600 } : { triggerAfter: -before * 3600 }),
    })
    // Left to itself, what comes after is counted from the end of the day.
    alarm.relatesTo(ICalAlarmRelatesTo.start)
  }
}

function describe({ token, userName }: InventoryRow, zone: string): string {
  const lines = [
    filled(words.expires, { moment: momentWords(token.expiresAt!, zone) }),
    filled(words.tokenId, { id: token.id }),
    filled(words.user, { user: userName }),
    token.system && filled(words.system, { system: token.system }),
    token.contact && filled(words.contact, { contact: token.contact }),
    filled(words.lastUse, {
      moment:
        token.lastUsedAt === null ? reportWords.neverUsed : momentWords(token.lastUsedAt, zone),
    }),
    words.advice,
  ]
  return lines.filter(Boolean).join('\n')
}
