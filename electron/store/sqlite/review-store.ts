import type { EntityId, ReviewId } from '../../contract/id'
import type { Review, ReviewItem, ReviewItemsAsked } from '../../contract/review'
import type { ReviewStore } from '../reviews'
import type { ActivityLog } from './activity-log'
import { inventoryOf } from './inventory'
import { kept } from './kept'
import { countOf, firstRowOf, total } from './list-query'
import { itemFrom, reviewFrom, reviewRows, storedGrants } from './review-row'
import { build, type Sql } from './sql'
import { updateTokens } from './token-update'

export function createReviewStore({ sql, log }: { sql: Sql; log: ActivityLog }): ReviewStore {
  function find(id: ReviewId): Review | null {
    const row = sql.first(reviewRows().where('review.id', '=', id))
    return row ? reviewFrom(row) : null
  }

  return {
    list: async () => sql.all(reviewRows().orderBy('review.id', 'desc')).map(reviewFrom),
    get: async (id) => find(id),

    start: async ({ name, filter, items, at, by }, activity) =>
      sql.change(() => {
        const { rowId } = sql.run(
          build.insertInto('review').values({
            name,
            filter: JSON.stringify(filter),
            started_at: at,
            started_by: by,
            state: 'open',
            version: 1,
          }),
        )
        for (const [position, item] of items.entries())
          sql.run(
            build.insertInto('review_item').values({
              review_id: rowId,
              position,
              token_id: item.tokenId,
              token_name: item.tokenName,
              user_name: item.userName,
              seen: storedGrants(item.grantsSeen),
            }),
          )
        const review = kept(find(rowId as ReviewId))
        log.append(activity(review))
        return review
      }),

    async items(asked, now) {
      const matching = itemsShown(asked)
      const page = matching.selectAll().limit(asked.pageSize).offset(firstRowOf(asked))
      return sql.read(() => ({
        rows: withTokens(sql, sql.all(page.orderBy('position')), now),
        total: countOf(sql, matching.select(total)),
      }))
    },

    allItems: async (id, now) =>
      sql.read(() => {
        const rows = itemsShown({ id, show: 'all' }).selectAll().orderBy('position')
        return withTokens(sql, sql.all(rows), now)
      }),

    decide: async ({ id, position, decision, grants, reason, at, by }, activity) =>
      sql.change(() => {
        const review = find(id)
        if (!review) return 'not_found'
        if (review.state !== 'open') return 'review_over'
        const { changes } = sql.run(
          build
            .updateTable('review_item')
            .set({
              decision,
              grants: grants && storedGrants(grants),
              reason,
              decided_at: at,
              decided_by: by,
            })
            .where('review_id', '=', id)
            .where('position', '=', position),
        )
        if (changes === 0) return 'not_found'
        sql.run(
          build
            .updateTable('review')
            .set({ version: review.version + 1 })
            .where('id', '=', id),
        )
        log.append(activity)
        return kept(find(id))
      }),

    end: async ({ id, ifVersion, state, outcomes, tokens, at, by }, activity) => {
      const review = find(id)
      if (!review) return 'not_found'
      if (review.state !== 'open') return 'review_over'
      if (review.version !== ifVersion) return 'changed_meanwhile'
      const ended = updateTokens({ sql, log }, tokens, () => {
        sql.run(
          build
            .updateTable('review')
            .set({ state, ended_at: at, ended_by: by, version: ifVersion + 1 })
            .where('id', '=', id),
        )
        for (const { position, outcome } of outcomes)
          sql.run(
            build
              .updateTable('review_item')
              .set({ outcome })
              .where('review_id', '=', id)
              .where('position', '=', position),
          )
        log.append(activity)
        return kept(find(id))
      })
      // The tokens were read a moment ago: what stands in the way came since.
      return 'refused' in ended ? 'changed_meanwhile' : ended
    },
  }
}

const itemsShown = ({ id, show }: Pick<ReviewItemsAsked, 'id' | 'show'>) =>
  build
    .selectFrom('review_item')
    .where('review_id', '=', id)
    .$if(show === 'undecided', (some) => some.where('decision', 'is', null))
    .$if(show !== 'all' && show !== 'undecided', (some) => some.where('decision', '=', show))

type Row = Parameters<typeof itemFrom>[0]

/** Each with its token as it is now; tokens are never removed. */
function withTokens(sql: Sql, rows: Row[], now: number): ReviewItem[] {
  const entities = new Map(
    sql
      .all(build.selectFrom('entity').select(['id', 'name', 'title']))
      .map(({ id, name, title }) => [id as EntityId, { name, title }]),
  )
  const tokens = new Map(
    inventoryOf(
      sql,
      rows.map((row) => itemId(row)),
      now,
    ).map(({ token }) => [token.id, token]),
  )
  return rows.map((row) => itemFrom(row, kept(tokens.get(itemId(row))), entities))
}

const itemId = (row: Row) => row.token_id as Parameters<typeof inventoryOf>[1][number]
