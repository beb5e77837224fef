import * as z from 'zod'
import { Moment, ReviewId, TokenId, Version } from './id'
import { TokenFilter } from './inventory'
import { PageAsked, pageOf } from './page'
import { Grants } from './permission'
import { Name, Note } from './text'
import { NamedGrant, Token } from './token'

/** A list longer than this is walked by nobody. */
export const mostReviewed = 2_000

export const reviewDecisions = ['keep', 'narrow', 'revoke'] as const
export const ReviewDecision = z.enum(reviewDecisions)
export type ReviewDecision = z.output<typeof ReviewDecision>

/** A list of tokens, fixed when it was started, each of which somebody decides about. */
export const Review = z.object({
  id: ReviewId,
  name: z.string(),
  startedAt: Moment,
  startedBy: z.string(),
  state: z.enum(['open', 'applied', 'cancelled']),
  /** Applied or cancelled. */
  endedAt: Moment.nullable(),
  endedBy: z.string().nullable(),
  tokens: z.number().int(),
  keep: z.number().int(),
  narrow: z.number().int(),
  revoke: z.number().int(),
  version: Version,
})
export type Review = z.output<typeof Review>

export const NewReview = z.object({ name: Name, filter: TokenFilter })
export type NewReview = z.output<typeof NewReview>

export const ReviewOutcome = z.enum(['kept', 'narrowed', 'revoked', 'not_applied'])
export type ReviewOutcome = z.output<typeof ReviewOutcome>

/** One token of a review. */
export const ReviewItem = z.object({
  /** Its place in the list, from 0. */
  position: z.number().int().min(0),
  tokenId: TokenId,
  /** As they were at the start. */
  tokenName: z.string(),
  userName: z.string(),
  grantsSeen: z.array(NamedGrant),
  decision: ReviewDecision.nullable(),
  /** What a narrowing leaves. */
  grants: z.array(NamedGrant).nullable(),
  reason: z.string(),
  decidedAt: Moment.nullable(),
  decidedBy: z.string().nullable(),
  outcome: ReviewOutcome.nullable(),
  /** As it is now. */
  token: Token,
})
export type ReviewItem = z.output<typeof ReviewItem>

export const ReviewItemsAsked = PageAsked.extend({
  id: ReviewId,
  /** All of them, or those of one decision; `undecided` has none yet. */
  show: z.enum(['all', 'undecided', ...reviewDecisions]).default('all'),
})
export type ReviewItemsAsked = z.output<typeof ReviewItemsAsked>

export const ReviewItemPage = pageOf(ReviewItem)

/** What is decided about one token; a reason is needed for anything but keeping it. */
export const ReviewVote = z
  .object({
    id: ReviewId,
    position: z.number().int().min(0),
    decision: ReviewDecision,
    /** With `narrow`: what is left; none is nothing at all. */
    grants: Grants.default([]),
    reason: Note.default(''),
  })
  .refine(({ decision, reason }) => decision === 'keep' || reason !== '', {
    path: ['reason'],
    error: 'empty',
  })
export type ReviewVote = z.output<typeof ReviewVote>

export const ReviewStep = z.object({ id: ReviewId, version: Version })
export type ReviewStep = z.output<typeof ReviewStep>

/** The tokens that applying would change, those used in the last 24 hours first. */
export const ReviewPlan = z.object({
  revoke: z.array(ReviewItem),
  narrow: z.array(ReviewItem),
  /** Changed so much since that the decision does not fit: revoked, or given other permissions. */
  unfit: z.array(ReviewItem),
  undecided: z.number().int(),
})
export type ReviewPlan = z.output<typeof ReviewPlan>
