import { expiryMoment, startMoment, type ExpiryChoice } from '../contract/expiry'
import type { Policy } from '../contract/policy'
import { day } from '../contract/time'
import type { NewToken } from '../contract/token'
import { Refusal } from './refusal'

/**
 * When a new token ends, or why it may not. Days are counted on the calendar, so "30 days" fits a
 * limit of 30 days; but no token outlives created + limit to the millisecond, since that is what
 * every call is judged by and what is shown should be what holds.
 */
export function newExpiry(choice: ExpiryChoice, policy: Policy, now: number): number | null {
  const chosen = expiryMoment(choice, now)
  if (choice.kind === 'never' || chosen === null) {
    if (!policy.neverAllowed) throw new Refusal('never_not_allowed', 'expiry')
    return null
  }
  if (chosen <= now) throw new Refusal('expiry_in_past', 'expiry')
  const days = policy.longestLifetimeDays
  if (days === null) return chosen
  const latest = expiryMoment({ kind: 'days', days, zone: choice.zone }, now)
  if (latest !== null && chosen > latest)
    throw new Refusal('expiry_beyond_policy', 'expiry', { days })
  return Math.min(chosen, now + days * day)
}

/** The beginning of the chosen day in its zone; null is at once. */
export function newStart(start: NewToken['start'], expiresAt: number | null): number | null {
  if (start === null) return null
  const startsAt = startMoment(start)
  if (expiresAt !== null && startsAt >= expiresAt)
    throw new Refusal('start_not_before_expiry', 'start')
  return startsAt
}
