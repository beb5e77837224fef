import type { ActivityAction, Facts } from '../contract/activity'
import type { BulkAction, BulkObstacle } from '../contract/bulk'
import type { Policy } from '../contract/policy'
import type { TokenUpdate } from '../store/registry'
import { planContact } from './plan-contact'
import { planExtension } from './plan-extension'
import { planRevocation } from './plan-revocation'
import { planSwitch } from './plan-switch'
import type { Changeable } from './token-change'

/** What becomes of one token, or why nothing does. */
export type Plan =
  | { obstacle: BulkObstacle }
  | {
      obstacle: null
      set: TokenUpdate['set']
      action: ActivityAction
      before: Facts
      after: Facts
      /** The effective one, where that is what changes. */
      newExpiresAt?: number | null
    }

export type Planner = (one: Changeable) => Plan

/** Decides about each token by itself; throws where the action is refused for all of them. */
export function plannerOf(action: BulkAction, policy: Policy, at: number): Planner {
  const plan = planOf(action, policy, at)
  return (one) => {
    if (one.token.revokedAt !== null) return { obstacle: 'token_revoked' }
    // Only revoking makes nothing valid that is not.
    if (!one.isGenuine && action.kind !== 'revoke') return { obstacle: 'token_tampered' }
    return plan(one)
  }
}

function planOf(action: BulkAction, policy: Policy, at: number): Planner {
  switch (action.kind) {
    case 'disable':
      return planSwitch(false, at)
    case 'enable':
      return planSwitch(true, at)
    case 'revoke':
      return planRevocation(at)
    case 'extend':
      return planExtension(action.expiry, policy, at)
    case 'assign_contact':
      return planContact(action.contact)
  }
}
