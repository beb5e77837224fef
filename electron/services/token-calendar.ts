import { ICalCalendar, ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import { DateTime } from 'luxon'
import type { InventoryRow } from '../contract/inventory'
import { filled, momentWords, reportWords } from './report-words'

const { calendar: words } = reportWords

/** An alarm at midnight wakes somebody up, or nobody. */
const alarmHour = 9

type Given = { title: string; zone: string; reminderDays: number[]; now: number }

/** Only what is still to come is worth a date. */
export const isToCome = ({ token }: InventoryRow, now: number): boolean =>
  token.revokedAt === null && token.expiresAt !== null && token.expiresAt > now

/**
 * The days on which tokens expire (RFC 5545), with an alarm on each reminder day. The UID is the
 * token's own and the sequence its version, so that a calendar that has them already takes them up
 * anew instead of showing them twice.
 */
export function tokenCalendar(rows: InventoryRow[], given: Given): string {
  const { title, zone, now } = given
  const calendar = new ICalCalendar({
    name: filled(words.name, { title }),
    prodId: { company: 'Keyward', product: 'Token expiry', language: 'EN' },
  })
  for (const row of rows) {
    const { token, userName: user } = row
    const expiresAt = token.expiresAt!
    const day = DateTime.fromMillis(expiresAt, { zone }).startOf('day')
    const event = calendar.createEvent({
      id: `${token.id}@tokens.keyward`,
      sequence: token.version,
      stamp: new Date(now),
      // A date has no zone; it is the day that the zone has then.
      start: DateTime.utc(day.year, day.month, day.day),
      end: DateTime.utc(day.year, day.month, day.day).plus({ days: 1 }),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: filled(words.summary, { token: token.name, user }),
      description: describe(row, zone),
    })
    for (const days of given.reminderDays) {
      const before = days * 24 - alarmHour
      if (day.plus({ hours: -before }).toMillis() <= now) continue
      event.createAlarm({
        type: ICalAlarmType.display,
        description: filled(words.summary, { token: token.name, user }),
        ...(before >= 0 ? { triggerBefore: before * 3600 } : { triggerAfter: -before * 3600 }),
      })
    }
  }
  return calendar.toString()
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
