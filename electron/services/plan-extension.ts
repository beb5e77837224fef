import { expiryMoment, type ExpiryChoice } from '../contract/expiry'
import type { Policy } from '../contract/policy'
import { day } from '../contract/time'
import { isoMoment } from './activity-entry'
import type { Planner } from './bulk-plan'
import { Refusal } from './refusal'

/**
 * To the chosen day, or to the end that the policy sets to a token's life where that is earlier.
 * An extension never shortens: a token that would not live longer stays as it is.
 */
export function planExtension(choice: ExpiryChoice, policy: Policy, at: number): Planner {
  const chosen = expiryMoment(choice, at)
  if (chosen === null && !policy.neverAllowed) throw new Refusal('never_not_allowed', 'expiry')
  if (chosen !== null && chosen <= at) throw new Refusal('expiry_in_past', 'expiry')
  const expiryZone = choice.kind === 'never' ? null : choice.zone
  return ({ token, sealed }) => {
    const days = policy.longestLifetimeDays
    const limit = days === null ? null : token.createdAt + days * day
    const newExpiresAt = earlier(chosen, limit)
    if (!isLonger(newExpiresAt, token.expiresAt))
      return { obstacle: limit !== null && newExpiresAt === limit ? 'beyond_policy' : 'not_later' }
    if (newExpiresAt !== null && newExpiresAt <= at) return { obstacle: 'beyond_policy' }
    // "Never" stays what was chosen, also where the policy sets an end now.
    const expiresAt = chosen === null ? null : newExpiresAt
    return {
      obstacle: null,
      set: { expiresAt, expiryZone },
      action: 'token.changed',
      before: { expiresAt: isoMoment(sealed.rights.expiresAt), expiryZone: token.expiryZone },
      after: { expiresAt: isoMoment(expiresAt), expiryZone },
      newExpiresAt,
    }
  }
}

/** Null is never. */
const earlier = (one: number | null, other: number | null) =>
  one === null ? other : other === null ? one : Math.min(one, other)

/** By a day at least: the limit falls on some hour of the day with whose end a token ends. */
const isLonger = (one: number | null, other: number | null) =>
  other !== null && (one === null || one >= other + day)
