import { sql as raw, type Expression } from 'kysely'
import type { TokenId } from '../../contract/id'
import type {
  InventoryAsked,
  InventoryOrder,
  InventoryRow,
  TokenFilter,
} from '../../contract/inventory'
import type { Page } from '../../contract/page'
import type { UserKind, UserStatus } from '../../contract/user'
import { filteredTokens } from './filtered-tokens'
import { countOf, firstRowOf, total } from './list-query'
import type { Sql } from './sql'
import { tokenFrom, tokenRows } from './token-row'
import { effectiveExpiry, statusPlace } from './token-status'

export function listInventory(sql: Sql, asked: InventoryAsked, now: number): Page<InventoryRow> {
  const matching = filteredTokens(asked, now)
  const onPage = inOrder(matching.select('token.id'), asked, now)
    .limit(asked.pageSize)
    .offset(firstRowOf(asked))
  return sql.read(() => ({
    rows: sql
      .all(inOrder(inventoryRows(now).where('token.id', 'in', onPage), asked, now))
      .map((row) => inventoryRowFrom(row, now)),
    total: countOf(sql, matching.select(total)),
  }))
}

/** The IDs of all that a filter leaves, in order: for going through them piece by piece. */
export const inventoryIds = (
  sql: Sql,
  filter: TokenFilter,
  order: InventoryOrder,
  now: number,
): TokenId[] =>
  sql
    .all(inOrder(filteredTokens(filter, now).select('token.token_id'), order, now))
    .map((row) => row.token_id as TokenId)

/** The tokens with these IDs, in their order; one that does not exist is left out. */
export function inventoryOf(sql: Sql, ids: TokenId[], now: number): InventoryRow[] {
  if (ids.length === 0) return []
  const rows = sql.all(inventoryRows(now).where('token.token_id', 'in', ids))
  const found = new Map(rows.map((row) => [row.token_id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row ? [inventoryRowFrom(row, now)] : []
  })
}

const inventoryRows = (now: number) =>
  tokenRows(now).select(['user.display_name', 'user.username', 'user.kind', 'user.status'])

type Row =
  ReturnType<ReturnType<typeof inventoryRows>['execute']> extends Promise<(infer One)[]>
    ? One
    : never

const inventoryRowFrom = (row: Row, now: number): InventoryRow => ({
  token: tokenFrom(row, now),
  userName: row.display_name,
  username: row.username,
  userKind: row.kind as UserKind,
  userStatus: row.status as UserStatus,
})

type Ordered = {
  orderBy(by: Expression<unknown> | 'token.id', direction?: 'asc' | 'desc'): Ordered
}

/** "Never" comes last in both directions, whatever it is that never happens. */
function inOrder<Q>(query: Q, { sort, direction }: InventoryOrder, now: number): Q {
  const by = sortKeys[sort](now)
  return (query as Q & Ordered)
    .orderBy(raw`${by} is null`)
    .orderBy(by, direction)
    .orderBy('token.id', direction) as Q
}

const sortKeys: Record<InventoryOrder['sort'], (now: number) => Expression<unknown>> = {
  name: () => raw.ref('token.search_key'),
  userName: () => raw.ref('user.display_key'),
  createdAt: () => raw.ref('token.created_at'),
  expiresAt: () => effectiveExpiry,
  lastUsedAt: () => raw.ref('usage.last_used_at'),
  calls: () => raw`coalesce(usage.allowed, 0) + coalesce(usage.refused, 0)`,
  status: (now) => statusPlace(now),
}
