import { sql as raw, type Expression } from 'kysely'
import type { Page } from '../../contract/page'
import type { Token, TokensAsked, TokenSort } from '../../contract/token'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import { judgedTokens, tokenFrom, tokenRows } from './token-row'
import { effectiveExpiry, hasStatus, statusPlace } from './token-status'

export function listTokens(sql: Sql, asked: TokensAsked, now: number): Page<Token> {
  const { search, show, status, direction } = asked
  const found = (status === undefined ? build.selectFrom('token') : judgedTokens())
    .where('token.user_id', '=', asked.userId)
    .$if(show === 'current', (some) => some.where('token.revoked_at', 'is', null))
    .$if(show === 'revoked', (some) => some.where('token.revoked_at', 'is not', null))
    .$if(status !== undefined, (some) => some.where(hasStatus(status!, now)))
    .$if(search !== undefined, (some) =>
      some.where(matches(search!, ['token.search_key', 'token.token_id'])),
    )

  const by = sortKey(asked.sort, now)
  const rows = tokenRows(now)
    .where('token.id', 'in', found.select('token.id'))
    .orderBy(raw`${by} is null`)
    .orderBy(by, direction)
    .orderBy('token.id', direction)
    .limit(asked.pageSize)
    .offset(firstRowOf(asked))

  return sql.read(() => ({
    rows: sql.all(rows).map((row) => tokenFrom(row, now)),
    total: countOf(sql, found.select(total)),
  }))
}

/** Nulls ("never") come last in both directions. */
const sortKey = (sort: TokenSort, now: number): Expression<unknown> =>
  ({
    name: () => raw.ref('token.search_key'),
    createdAt: () => raw.ref('token.created_at'),
    expiresAt: () => effectiveExpiry,
    lastUsedAt: () => raw.ref('usage.last_used_at'),
    status: () => statusPlace(now),
  })[sort]()
