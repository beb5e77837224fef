import { DateTime } from 'luxon'
import type { Policy } from '../contract/policy'
import type { TokenStatus } from '../contract/token'
import type { Reminder, ReminderCandidate } from '../store/reminders'

/** The step below the ladder: it has expired, and somebody still calls. */
export const stillCalled = -1

export type Ladder = Policy['reminderDays']

const mayBeReminded: readonly TokenStatus[] = [
  'not_yet_active',
  'expiring_soon',
  'active',
  'expired',
]

/**
 * Which step of the ladder is due for a token: how many days before its end, or `stillCalled`; null
 * is none. It is the nearest one alone, so that who was away for a week is reminded once, and one
 * that begins after the token was made: whoever chooses 30 days knows of them. An end that was
 * moved begins anew.
 */
export function dueStep(
  token: Omit<ReminderCandidate, 'tokenId' | 'name'>,
  { ladder, now, zone }: { ladder: Ladder; now: number; zone: string },
): Reminder['step'] | null {
  if (!mayBeReminded.includes(token.status)) return null
  const step = nearestStep(token, { ladder, now, zone })
  if (step === null) return null
  const { reminded, expiresAt } = token
  return reminded?.expiresAt === expiresAt && reminded.step <= step ? null : step
}

function nearestStep(
  {
    expiresAt,
    createdAt,
    calledAt,
  }: Pick<ReminderCandidate, 'expiresAt' | 'createdAt' | 'calledAt'>,
  { ladder, now, zone }: { ladder: Ladder; now: number; zone: string },
): number | null {
  if (expiresAt <= now) return calledAt !== null && calledAt >= expiresAt ? stillCalled : null
  const begun = ladder.filter((days) => {
    const begins = stepBegins(expiresAt, days, zone)
    return begins <= now && begins > createdAt
  })
  return begun.length === 0 ? null : Math.min(...begun)
}

/** So many days of the calendar before the day on which it ends; 0 is the morning of that day. */
export const stepBegins = (expiresAt: number, days: number, zone: string): number =>
  lastDay(expiresAt, zone).minus({ days }).toMillis()

/** From today to the last day; 0 is today. */
export const daysLeft = (expiresAt: number, now: number, zone: string): number =>
  Math.round(
    lastDay(expiresAt, zone).diff(DateTime.fromMillis(now, { zone }).startOf('day'), 'days').days,
  )

/** What ends at midnight was good on the day before. */
const lastDay = (expiresAt: number, zone: string) =>
  DateTime.fromMillis(expiresAt - 1, { zone }).startOf('day')

export const startOfTomorrow = (now: number, zone: string): number =>
  DateTime.fromMillis(now, { zone }).plus({ days: 1 }).startOf('day').toMillis()

/** The end of the day on which the ladder's first step would begin. */
export const farthest = (ladder: Ladder, now: number, zone: string): number =>
  DateTime.fromMillis(now, { zone })
    .plus({ days: Math.max(0, ...ladder) + 1 })
    .startOf('day')
    .toMillis()
