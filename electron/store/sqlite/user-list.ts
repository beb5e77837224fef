import { sql as raw, type Expression } from 'kysely'
import type { Page } from '../../contract/page'
import type { UserRow, UsersAsked, UserSort } from '../../contract/user'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import { activeTokens, nextExpiry, userRowFrom } from './user-row'

export function listUsers(sql: Sql, asked: UsersAsked, now: number): Page<UserRow> {
  const { search, kind, status } = asked
  const found = build
    .selectFrom('user')
    .$if(kind !== undefined, (some) => some.where('kind', '=', kind!))
    .$if(status !== undefined, (some) => some.where('status', '=', status!))
    .$if(search !== undefined, (some) => some.where(matches(search!, ['search_key'])))

  const { direction } = asked
  const by = sortKey(asked.sort, now)
  const onPage = found
    .select('user.id')
    .orderBy(raw`${by} is null`)
    .orderBy(by, direction)
    .orderBy('user.id', direction)
    .limit(asked.pageSize)
    .offset(firstRowOf(asked))
  // Tokens are counted for the rows of the page alone, unless the order itself needs more.
  const rows = build
    .selectFrom('user')
    .where('user.id', 'in', onPage)
    .selectAll('user')
    .select([activeTokens(now).as('active_tokens'), nextExpiry(now).as('next_expiry_at')])
    .orderBy(raw`${by} is null`)
    .orderBy(by, direction)
    .orderBy('user.id', direction)

  return sql.read(() => ({
    rows: sql
      .all(rows)
      .map((row) => userRowFrom({ ...row, active_tokens: row.active_tokens ?? 0 })),
    total: countOf(sql, found.select(total)),
  }))
}

function sortKey(sort: UserSort, now: number): Expression<unknown> {
  switch (sort) {
    case 'activeTokens':
      return raw`(${activeTokens(now)})`
    case 'nextExpiryAt':
      return raw`(${nextExpiry(now)})`
    default:
      return raw.ref(columns[sort])
  }
}

const columns = {
  displayName: 'user.display_key',
  username: 'user.search_key',
  kind: 'user.kind',
  status: 'user.status',
  createdAt: 'user.created_at',
} as const
