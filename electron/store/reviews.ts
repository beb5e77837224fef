import type { ReviewId, TokenId } from '../contract/id'
import type { TokenFilter } from '../contract/inventory'
import type { Page } from '../contract/page'
import type { Grant } from '../contract/permission'
import type {
  Review,
  ReviewDecision,
  ReviewItem,
  ReviewItemsAsked,
  ReviewOutcome,
} from '../contract/review'
import type { NamedGrant } from '../contract/token'
import type { ActivityDraft, TokenUpdate } from './registry'

type By = { at: number; by: string }

/** A token as it is put on the list. */
export type ReviewStartItem = {
  tokenId: TokenId
  tokenName: string
  userName: string
  grantsSeen: NamedGrant[]
}

/** Reviews of tokens: lists that were fixed, and what was decided about each of their tokens. */
export interface ReviewStore {
  /** The newest first. */
  list(): Promise<Review[]>
  get(id: ReviewId): Promise<Review | null>
  start(
    review: By & { name: string; filter: TokenFilter; items: ReviewStartItem[] },
    activity: (review: Review) => ActivityDraft,
  ): Promise<Review>
  items(asked: ReviewItemsAsked, now: number): Promise<Page<ReviewItem>>
  allItems(id: ReviewId, now: number): Promise<ReviewItem[]>
  decide(
    vote: By & {
      id: ReviewId
      position: number
      decision: ReviewDecision
      grants: Grant[] | null
      reason: string
    },
    activity: ActivityDraft,
  ): Promise<Review | 'not_found' | 'review_over'>
  /** The end of a review and every change of a token that follows from it, or nothing of both. */
  end(
    step: By & {
      id: ReviewId
      ifVersion: number
      state: 'applied' | 'cancelled'
      outcomes: { position: number; outcome: ReviewOutcome }[]
      tokens: TokenUpdate[]
    },
    activity: ActivityDraft,
  ): Promise<Review | 'not_found' | 'changed_meanwhile' | 'review_over'>
}
