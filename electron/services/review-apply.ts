import type { Enforced } from '../contract/enforced'
import type { ReviewId } from '../contract/id'
import { day } from '../contract/time'
import type { Review, ReviewItem, ReviewPlan, ReviewStep } from '../contract/review'
import type { Seals } from '../crypto/types'
import type { TokenUpdate } from '../store/registry'
import { accepted, found } from './accepted'
import {
  activityEntry,
  activityGroup,
  reviewSubject,
  tokenSubject,
  type Actor,
} from './activity-entry'
import { grantWords, titlesOf, type TitleOf } from './grant-words'
import { isWithinGrants } from './grants-within'
import type { Means } from './means'
import { planRevocation } from './plan-revocation'
import { Refusal } from './refusal'
import { createTokenChange } from './token-change'

export type ReviewApply = ReturnType<typeof createReviewApply>

/** What the decisions of a review come to, and the one step that makes them so. */
export function createReviewApply({
  store,
  session,
  gateway,
  now,
  announce,
  seals,
  newId,
}: Means & { seals: Pick<Seals, 'rights'>; newId: () => string }) {
  const change = createTokenChange({ store, seals, now })

  async function plan(id: ReviewId): Promise<ReviewPlan> {
    found(await store.reviews.get(id))
    const items = await store.reviews.allItems(id, now())
    const pending = items.filter((item) => !isDone(item))
    const of = (decision: ReviewItem['decision']) =>
      inUseFirst(
        pending.filter((item) => item.decision === decision && isFit(item)),
        now(),
      )
    return {
      revoke: of('revoke'),
      narrow: of('narrow'),
      unfit: pending.filter((item) => item.decision !== null && !isFit(item)),
      undecided: items.filter((item) => item.decision === null).length,
    }
  }

  /** What does not fit any more is left alone, and kept as not applied. */
  async function apply({ id, version }: ReviewStep): Promise<Enforced<Review>> {
    const actor = await session.actor()
    const review = found(await store.reviews.get(id))
    if (review.version !== version) throw new Refusal('changed_meanwhile')
    const at = now()
    const items = await store.reviews.allItems(id, at)
    if (items.some((item) => item.decision === null)) throw new Refusal('review_undecided')
    const titleOf = titlesOf(await store.entities.all())
    const group = activityGroup('access_review', newId())
    const tokens: TokenUpdate[] = []
    for (const item of items)
      if (isFit(item) && !isDone(item))
        tokens.push(await updateOf(item, { actor, at, titleOf, group, review }))
    const value = accepted(
      await store.reviews.end(
        {
          id,
          ifVersion: version,
          state: 'applied',
          outcomes: items.map((item) => ({ position: item.position, outcome: outcomeOf(item) })),
          tokens,
          at,
          by: actor.name,
        },
        activityEntry({
          at,
          actor,
          action: 'review.applied',
          subject: reviewSubject(review),
          group,
          after: {
            kept: count(items, 'kept'),
            narrowed: count(items, 'narrowed'),
            revoked: count(items, 'revoked'),
            notApplied: count(items, 'not_applied'),
          },
        }),
      ),
    )
    announce('reviews', 'tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  type Context = {
    actor: Actor
    at: number
    titleOf: TitleOf
    group: ReturnType<typeof activityGroup>
    review: Review
  }

  async function updateOf(item: ReviewItem, { actor, at, titleOf, group, review }: Context) {
    const opened = await change.changeable(item.tokenId)
    const { token, sealed, isGenuine } = opened
    // Its decision was held to the token as the list had it.
    if (sealed.version !== item.token.version) throw new Refusal('changed_meanwhile')
    const facts = { review: review.name, reason: item.reason, decidedBy: item.decidedBy }
    const entry = { at, actor, subject: tokenSubject(token), group }
    if (item.decision === 'revoke') {
      const { set, action, before, after } = planRevocation(at)(opened)
      return change.updateOf(
        opened,
        set,
        activityEntry({ ...entry, action, before, after: { ...after, ...facts } }),
      )
    }
    // To narrow what was edited outside Keyward would seal the rest of it as genuine.
    if (!isGenuine) throw new Refusal('token_tampered', undefined, { token: token.name })
    const grants = item.grants ?? []
    return change.updateOf(
      opened,
      { grants },
      activityEntry({
        ...entry,
        action: 'token.permissions_changed',
        before: { permissions: grantWords(sealed.rights.grants, titleOf) },
        after: { permissions: grantWords(grants, titleOf), ...facts },
      }),
    )
  }

  return { plan, apply }
}

/** Kept, or what was decided is so already. */
const isDone = ({ decision, token, grants }: ReviewItem) =>
  decision === 'keep' ||
  (decision === 'revoke' && token.revokedAt !== null) ||
  (decision === 'narrow' &&
    token.revokedAt === null &&
    isWithinGrants(token.grants, grants ?? []) &&
    isWithinGrants(grants ?? [], token.grants))

/** A narrowing of a token that by now is revoked, or has less, would give it something. */
const isFit = ({ decision, token, grants }: ReviewItem) =>
  decision !== 'narrow' || (token.revokedAt === null && isWithinGrants(grants ?? [], token.grants))

const outcomes = { keep: 'kept', narrow: 'narrowed', revoke: 'revoked' } as const

const outcomeOf = (item: ReviewItem) =>
  item.decision !== null && isFit(item) ? outcomes[item.decision] : 'not_applied'

const count = (items: ReviewItem[], outcome: ReturnType<typeof outcomeOf>) =>
  items.filter((item) => outcomeOf(item) === outcome).length

const inUseFirst = (items: ReviewItem[], at: number) =>
  items.toSorted(
    (a, b) => Number(isInUse(b, at)) - Number(isInUse(a, at)) || a.position - b.position,
  )

const isInUse = ({ token }: ReviewItem, at: number) =>
  token.lastUsedAt !== null && token.lastUsedAt > at - day
