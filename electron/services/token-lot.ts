import type { ActivityGroup, Facts } from '../contract/activity'
import type { TokenId, UserId } from '../contract/id'
import type { TokenLot } from '../contract/offboarding'
import type { Policy } from '../contract/policy'
import type { Token } from '../contract/token'
import type { User } from '../contract/user'
import type { TokenUpdate } from '../store/registry'
import { activityEntry, isoMoment, tokenSubject, type Actor } from './activity-entry'
import { planRevocation } from './plan-revocation'
import { Refusal } from './refusal'
import type { TokenChange } from './token-change'
import { assertStartsBefore, newExpiry } from './token-expiry'

/** How an offboarding is written down: all its entries alike. */
export type Told = { at: number; actor: Actor; group: ActivityGroup }

type Given = {
  change: TokenChange
  user: User
  nameOf(id: TokenId): Promise<string>
  targetOf(id: UserId): User
  policy: Policy
  told: Told
}

/** What becomes of one token of a user who leaves, as a change of it; refuses by the token's name. */
export async function updateFor(lot: TokenLot, given: Given): Promise<TokenUpdate> {
  const { change, user, nameOf, targetOf, policy, told } = given
  try {
    // A tampered one can be revoked: the new seal has the revocation in it, and gives nothing back.
    const opened = await (lot.kind === 'revoke'
      ? change.changeable(lot.id)
      : change.asOpened(lot.id, lot.version))
    const { token, sealed } = opened
    if (token.userId !== user.id || sealed.version !== lot.version)
      throw new Refusal('changed_meanwhile')
    if (lot.kind === 'revoke') {
      const { set, action, before, after } = planRevocation(told.at)(opened)
      const facts = { action, subject: tokenSubject(token), before, after }
      return change.updateOf(opened, set, activityEntry({ ...told, ...facts }))
    }
    const target = targetOf(lot.toUserId)
    const { until } = lot
    const set: TokenUpdate['set'] = {
      userId: target.id,
      name: lot.name,
      ...(until && {
        expiresAt: newExpiry({ kind: 'date', ...until }, policy, told.at, token.createdAt),
        expiryZone: until.zone,
      }),
    }
    if (until) assertStartsBefore(token.startsAt, set.expiresAt ?? null)
    const entry = activityEntry({
      ...told,
      action: 'token.transferred',
      subject: tokenSubject({ id: token.id, name: lot.name, userId: target.id }),
      ...transferFacts(token, user, { set, target }),
    })
    return change.updateOf(opened, set, entry)
  } catch (error) {
    return refuseAbout(await nameOf(lot.id), error)
  }
}

function transferFacts(
  token: Token,
  user: User,
  { set, target }: { set: TokenUpdate['set']; target: User },
): { before: Facts; after: Facts } {
  const isRenamed = set.name !== token.name
  const isEnded = set.expiresAt !== undefined
  return {
    before: {
      user: user.displayName,
      ...(isRenamed && { name: token.name }),
      ...(isEnded && { expiresAt: isoMoment(token.ownExpiresAt) }),
    },
    after: {
      user: target.displayName,
      ...(isRenamed && { name: set.name ?? token.name }),
      ...(isEnded && { expiresAt: isoMoment(set.expiresAt ?? null) }),
    },
  }
}

/** The same refusal, saying which of many it is about. */
export function refuseAbout(name: string, error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  throw new Refusal(error.code, error.field, { ...error.detail, about: name })
}
