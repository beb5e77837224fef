import { expiryMoment, startMoment, type ExpiryChoice } from '../contract/expiry'
import type { Policy } from '../contract/policy'
import { day } from '../contract/time'
import type { NewToken } from '../contract/token'
import { Refusal } from './refusal'

/**
 * When a token ends, or why it may not. Days are chosen from now, and the limit counts from the
 * creation. Both are days of the calendar, so "30 days" fits a limit of 30 days; but no token
 * outlives created + limit to the millisecond, since that is what every call is judged by and what
 * is shown should be what holds.
 */
export function newExpiry(
  choice: ExpiryChoice,
  policy: Pick<Policy, 'longestLifetimeDays' | 'neverAllowed'>,
  now: number,
  createdAt: number = now,
): number | null {
  const chosen = expiryMoment(choice, now)
  if (choice.kind === 'never' || chosen === null) {
    if (!policy.neverAllowed) throw new Refusal('never_not_allowed', 'expiry')
    return null
  }
  if (chosen <= now) throw new Refusal('expiry_in_past', 'expiry')
  const days = policy.longestLifetimeDays
  if (days === null) return chosen
  const latest = expiryMoment({ kind: 'days', days, zone: choice.zone }, createdAt)
  if (latest !== null && chosen > latest)
    throw new Refusal('expiry_beyond_policy', 'expiry', { days })
  const end = Math.min(chosen, createdAt + days * day)
  if (end <= now) throw new Refusal('expiry_beyond_policy', 'expiry', { days })
  return end
}

/** The beginning of the chosen day in its zone; null is at once. */
export function newStart(start: NewToken['start'], expiresAt: number | null): number | null {
  if (start === null) return null
  const startsAt = startMoment(start)
  assertStartsBefore(startsAt, expiresAt)
  return startsAt
}

export function assertStartsBefore(startsAt: number | null, expiresAt: number | null) {
  if (startsAt !== null && expiresAt !== null && startsAt >= expiresAt)
    throw new Refusal('start_not_before_expiry', 'start')
}
