import type { ReviewId } from '../contract/id'
import type { Grant } from '../contract/permission'
import {
  mostReviewed,
  type NewReview,
  type Review,
  type ReviewItem,
  type ReviewItemsAsked,
  type ReviewStep,
  type ReviewVote,
} from '../contract/review'
import { accepted, found } from './accepted'
import { activityEntry, reviewSubject, tokenSubject } from './activity-entry'
import { grantWords, titlesOf } from './grant-words'
import { isWithinGrants } from './grants-within'
import type { Means } from './means'
import { Refusal } from './refusal'

export type ReviewService = ReturnType<typeof createReviewService>

const readAtOnce = 500

/** Starting a review of tokens, and deciding about each. Nothing changes before it is applied. */
export function createReviewService({
  store,
  session,
  now,
  announce,
}: Pick<Means, 'store' | 'session' | 'now' | 'announce'>) {
  const list = () => store.reviews.list()

  const get = async (id: ReviewId) => found(await store.reviews.get(id))

  const items = (asked: ReviewItemsAsked) => store.reviews.items(asked, now())

  /** The list is fixed now: what is made later is for the next review. */
  async function start({ name, filter }: NewReview): Promise<Review> {
    const actor = await session.actor()
    const at = now()
    const order = { sort: 'userName', direction: 'asc' } as const
    const ids = await store.tokens.inventoryIds(filter, order, at)
    if (ids.length === 0) throw new Refusal('review_empty', 'filter')
    if (ids.length > mostReviewed)
      throw new Refusal('review_too_long', 'filter', { tokens: ids.length, most: mostReviewed })
    const rows = []
    for (let from = 0; from < ids.length; from += readAtOnce)
      rows.push(...(await store.tokens.inventoryOf(ids.slice(from, from + readAtOnce), at)))
    const review = await store.reviews.start(
      {
        name,
        filter,
        items: rows.map(({ token, userName }) => ({
          tokenId: token.id,
          tokenName: token.name,
          userName,
          grantsSeen: token.grants,
        })),
        at,
        by: actor.name,
      },
      (started) =>
        activityEntry({
          at,
          actor,
          action: 'review.started',
          subject: reviewSubject(started),
          after: { name, tokens: rows.length },
        }),
    )
    announce('reviews', 'activity')
    return review
  }

  async function decide(vote: ReviewVote): Promise<Review> {
    const actor = await session.actor()
    const at = now()
    const review = await get(vote.id)
    const item = found(await itemAt(vote))
    const grants = vote.decision === 'narrow' ? narrowed(vote.grants, item) : null
    const titleOf = titlesOf(await store.entities.all())
    const value = accepted(
      await store.reviews.decide(
        { ...vote, grants, at, by: actor.name },
        activityEntry({
          at,
          actor,
          action: 'review.decided',
          subject: tokenSubject(item.token),
          ...(item.decision && { before: { decision: item.decision, reason: item.reason } }),
          after: {
            review: review.name,
            decision: vote.decision,
            ...(grants && { permissions: grantWords(grants, titleOf) }),
            reason: vote.reason,
          },
        }),
      ),
    )
    announce('reviews', 'activity')
    return value
  }

  async function cancel({ id, version }: ReviewStep): Promise<Review> {
    const actor = await session.actor()
    const at = now()
    const review = await get(id)
    const step = { id, ifVersion: version, state: 'cancelled' as const, outcomes: [], tokens: [] }
    const value = accepted(
      await store.reviews.end(
        { ...step, at, by: actor.name },
        activityEntry({
          at,
          actor,
          action: 'review.cancelled',
          subject: reviewSubject(review),
        }),
      ),
    )
    announce('reviews', 'activity')
    return value
  }

  async function itemAt({ id, position }: ReviewVote): Promise<ReviewItem | null> {
    const all = await store.reviews.items({ id, show: 'all', page: position, pageSize: 1 }, now())
    return all.rows[0] ?? null
  }

  return { list, get, items, start, decide, cancel }
}

/** Less than the token has now, and not the same. */
function narrowed(grants: Grant[], { token }: ReviewItem): Grant[] {
  if (!isWithinGrants(grants, token.grants)) throw new Refusal('not_narrower', 'grants')
  if (isWithinGrants(token.grants, grants)) throw new Refusal('not_narrower', 'grants')
  return grants
}
