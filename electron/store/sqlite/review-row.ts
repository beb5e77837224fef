import { sql as raw, type Selectable } from 'kysely'
import * as z from 'zod'
import type { EntityId, ReviewId, TokenId } from '../../contract/id'
import { Grant, type Grant as GrantGiven } from '../../contract/permission'
import type { Review, ReviewDecision, ReviewItem, ReviewOutcome } from '../../contract/review'
import { NamedGrant, type Token } from '../../contract/token'
import { build } from './sql'
import type { ReviewItemTable } from './tables'

const decided = (decision: ReviewDecision) => raw<number>`(
  select count(*) from review_item
  where review_item.review_id = review.id and review_item.decision = ${raw.lit(decision)})`

export const reviewRows = () =>
  build
    .selectFrom('review')
    .selectAll('review')
    .select([
      raw<number>`(select count(*) from review_item
        where review_item.review_id = review.id)`.as('tokens'),
      decided('keep').as('keep'),
      decided('narrow').as('narrow'),
      decided('revoke').as('revoke'),
    ])

type ReviewRow =
  ReturnType<ReturnType<typeof reviewRows>['execute']> extends Promise<(infer Row)[]> ? Row : never

export const reviewFrom = (row: ReviewRow): Review => ({
  id: row.id as ReviewId,
  name: row.name,
  startedAt: row.started_at,
  startedBy: row.started_by,
  state: row.state as Review['state'],
  endedAt: row.ended_at,
  endedBy: row.ended_by,
  tokens: row.tokens,
  keep: row.keep,
  narrow: row.narrow,
  revoke: row.revoke,
  version: row.version,
})

export const storedGrants = (grants: NamedGrant[] | GrantGiven[]): string => JSON.stringify(grants)

const Seen = z.array(NamedGrant)
const Left = z.array(Grant)

type EntityNames = ReadonlyMap<EntityId, { name: string; title: string }>

export function itemFrom(
  row: Selectable<ReviewItemTable>,
  token: Token,
  entities: EntityNames,
): ReviewItem {
  const left = row.grants === null ? null : Left.parse(JSON.parse(row.grants))
  return {
    position: row.position,
    tokenId: row.token_id as TokenId,
    tokenName: row.token_name,
    userName: row.user_name,
    grantsSeen: Seen.parse(JSON.parse(row.seen)),
    decision: row.decision as ReviewDecision | null,
    grants: left && left.map((grant) => named(grant, entities)),
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    outcome: row.outcome as ReviewOutcome | null,
    token,
  }
}

const named = (grant: GrantGiven, entities: EntityNames): NamedGrant => {
  const entity = grant.entityId === null ? undefined : entities.get(grant.entityId)
  return { ...grant, entityName: entity?.name ?? null, entityTitle: entity?.title ?? null }
}
