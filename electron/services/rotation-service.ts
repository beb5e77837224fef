import type { Facts } from '../contract/activity'
import type { Enforced } from '../contract/enforced'
import type { TokenId } from '../contract/id'
import {
  endedByHand,
  momentOfEnd,
  overlapEnd,
  type Overlap,
  type OverlapEnding,
  type OverlapExtension,
  type Rotation,
} from '../contract/rotation'
import type { IssuedToken, Token } from '../contract/token'
import type { Seals, TokenFormat } from '../crypto/types'
import type { OldSecret } from '../store/registry'
import { found } from './accepted'
import { activityEntry, isoMoment, tokenSubject } from './activity-entry'
import type { Means } from './means'
import { Refusal } from './refusal'
import { createTokenChange, type Changeable } from './token-change'
import { tokenKind } from './token-kind'

export type RotationService = ReturnType<typeof createRotationService>

/**
 * A new secret for a token that stays what it is. The one before it is valid until its overlap is
 * over, and is recognised for ever after, so that it can be said who still calls with it.
 */
export function createRotationService({
  store,
  format,
  seals,
  session,
  gateway,
  now,
  announce,
  demo,
}: Means & { format: Pick<TokenFormat, 'remake'>; seals: Seals; demo: boolean }) {
  const change = createTokenChange({ store, seals, now })

  const secrets = async (id: TokenId) => found(await store.tokens.secrets(id))

  async function rotate(asked: Rotation): Promise<IssuedToken> {
    const actor = await session.actor()
    const opened = await change.asOpened(asked.id, asked.version)
    const { token, sealed } = opened
    const at = now()
    if (token.expiresAt !== null && token.expiresAt <= at) throw new Refusal('token_expired')
    const end = allowedEnd(asked.overlap, token, at)
    const validUntil = asked.overlap.kind === 'at_once' ? endedByHand(at) : end
    const user = found(await store.users.get(token.userId))

    const secret = format.remake(tokenKind(user, demo), token.id)
    const { keyNumber, digest, secretNumber: number, oldSecrets } = sealed.rights
    const set = {
      keyNumber: seals.keyNumber,
      digest: seals.digest(secret, seals.keyNumber),
      secretNumber: number + 1,
      oldSecrets: [...oldSecrets, { number, keyNumber, digest, validUntil }],
      rotatedAt: at,
    }
    const rotated = await change.applyOne(
      change.updateOf(
        opened,
        set,
        activityEntry({
          at,
          actor,
          action: 'token.rotated',
          subject: tokenSubject(token),
          before: { secretNumber: number },
          after: { secretNumber: number + 1, oldSecretValidUntil: isoMoment(end) },
        }),
      ),
    )
    announce('tokens', 'activity')
    // The new secret exists in this reply only: a gateway that cannot be told must not cost it. It
    // notices the changed row by itself, a moment later.
    await Promise.allSettled([gateway.forget()])
    return { token: rotated, secret, baseUrl: gateway.state().baseUrl }
  }

  async function endOverlap(asked: OverlapEnding): Promise<Enforced<Token>> {
    const opened = await change.asOpened(asked.id, asked.version)
    const old = overlapping(opened, asked.number, now())
    return moveEnd(opened, old, endedByHand(now()), 'token.overlap_ended')
  }

  async function extendOverlap(asked: OverlapExtension): Promise<Enforced<Token>> {
    const opened = await change.asOpened(asked.id, asked.version)
    const at = now()
    const old = overlapping(opened, asked.number, at)
    const validUntil = allowedEnd(asked.overlap, opened.token, at)
    if (validUntil <= old.validUntil)
      throw new Refusal('overlap_not_longer', 'overlap', { ends: old.validUntil })
    return moveEnd(opened, old, validUntil, 'token.overlap_extended')
  }

  return { secrets, rotate, endOverlap, extendOverlap }

  async function moveEnd(
    opened: Changeable,
    old: OldSecret,
    validUntil: number,
    action: 'token.overlap_ended' | 'token.overlap_extended',
  ): Promise<Enforced<Token>> {
    const actor = await session.actor()
    const { token, sealed } = opened
    const facts = (until: number): Facts => ({
      secretNumber: old.number,
      oldSecretValidUntil: isoMoment(momentOfEnd(until)),
    })
    const oldSecrets = sealed.rights.oldSecrets.map((one) =>
      one.number === old.number ? { ...one, validUntil } : one,
    )
    const value = await change.applyOne(
      change.updateOf(
        opened,
        { oldSecrets },
        activityEntry({
          at: now(),
          actor,
          action,
          subject: tokenSubject(token),
          before: facts(old.validUntil),
          after: facts(validUntil),
        }),
      ),
    )
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }
}

/** The old secret never outlives the token; at once is the one end that need not lie ahead. */
function allowedEnd(overlap: Overlap, token: Token, at: number): number {
  const end = overlapEnd(overlap, at)
  if (overlap.kind === 'until' && end <= at) throw new Refusal('overlap_in_past', 'overlap')
  if (token.expiresAt !== null && end > token.expiresAt)
    throw new Refusal('overlap_beyond_expiry', 'overlap', { latest: token.expiresAt })
  return end
}

/** What ended stays ended: after a leak nobody revives the secret that leaked. */
function overlapping({ token, sealed }: Changeable, number: number, at: number): OldSecret {
  const old = found(sealed.rights.oldSecrets.find((one) => one.number === number) ?? null)
  const isOver = old.validUntil <= at || (token.expiresAt !== null && token.expiresAt <= at)
  if (isOver) throw new Refusal('overlap_over')
  return old
}
