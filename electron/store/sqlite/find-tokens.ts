import { sql as raw } from 'kysely'
import type { FoundToken } from '../../contract/token'
import { matches } from './list-query'
import { build, type Sql } from './sql'
import { foldedKey, textKey } from './text-key'
import { tokenFrom, tokenRows } from './token-row'

const mostFound = 20

/**
 * Up to here every text is looked through; beyond, only how it begins, by an index: at 20,000 tokens
 * looking through takes several frames, and main must not freeze the window.
 */
const mostLookedThrough = 5_000

/** Tokens of all users, for picking one: revoked ones last, each by its name. */
export function findTokens(sql: Sql, search: string | undefined, now: number): FoundToken[] {
  return sql.read(() => {
    const hits = !search ? latest() : hasMany(sql) ? beginningWith(search) : containing(search)
    const rows = tokenRows(now)
      .where('token.id', 'in', hits)
      .select('user.display_name')
      .orderBy(isRevoked)
      .orderBy('token.search_key')
      .orderBy('token.id')
      .limit(mostFound)
    return sql.all(rows).map((row) => ({ token: tokenFrom(row, now), userName: row.display_name }))
  })
}

const isRevoked = raw`token.revoked_at is not null`

/** Tokens are never removed, so the highest row number is how many there are; counting is slow. */
const hasMany = (sql: Sql) =>
  (sql.first(build.selectFrom('token').select(raw<number | null>`max(id)`.as('highest')))
    ?.highest ?? 0) > mostLookedThrough

const latest = () =>
  build.selectFrom('token').select('token.id').orderBy('token.id', 'desc').limit(mostFound)

const containing = (search: string) =>
  build
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .where(matches(search, ['token.search_key', 'token.token_id', 'user.search_key']))
    .select('token.id')
    .orderBy(isRevoked)
    .orderBy('token.search_key')
    .orderBy('token.id')
    .limit(mostFound)

/** Each way through an index of its own; none of them reads more than it gives. */
export function beginningWith(search: string) {
  const folded = foldedKey(search)
  const tokens = () => build.selectFrom('token').select('token.id').limit(mostFound)
  const users = () => build.selectFrom('user').select('user.id').limit(mostFound)
  const ways = [
    tokens().where(begins('token.token_id', search)),
    tokens().where(begins('token.search_key', folded)).orderBy('token.search_key'),
    tokens().where('token.user_id', 'in', users().where(begins('user.display_key', folded))),
    tokens().where(
      'token.user_id',
      'in',
      users().where(begins('user.username_key', textKey(search))),
    ),
  ]
  // SQLite takes a limit inside a union only where it stands in a query of its own.
  return raw<number>`(${raw.join(
    ways.map((way) => raw`select id from (${way})`),
    raw` union `,
  )})`
}

/** The last character of Unicode sorts behind all that can follow the beginning. */
const begins = (column: string, beginning: string) =>
  raw<boolean>`${raw.ref(column)} >= ${beginning} and ${raw.ref(column)} < ${`${beginning}\u{10FFFF}`}`
