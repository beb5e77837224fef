import { sql as raw } from 'kysely'
import type { Page } from '../../contract/page'
import { permissions } from '../../contract/permission'
import type { EntityToken, EntityTokensAsked } from '../../contract/token'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import { allEntities, permissionsFrom } from './stored-grant'
import { tokenFrom, tokenRows } from './token-row'
import { effectiveExpiry, hasStatus, statusPlace } from './token-status'

/** Tokens with a grant here or on all entities, and what they do here. */
export function listEntityTokens(
  sql: Sql,
  asked: EntityTokensAsked,
  now: number,
): Page<EntityToken> {
  const { entityId, search, show, status, direction } = asked
  const reaching = build
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .innerJoin('policy', (join) => join.onTrue())
    .$if(show === 'current', (some) => some.where('token.revoked_at', 'is', null))
    .$if(show === 'revoked', (some) => some.where('token.revoked_at', 'is not', null))
    .$if(status !== undefined, (some) => some.where(hasStatus(status!, now)))
    .where('token.id', 'in', (eb) =>
      eb
        .selectFrom('token_grant')
        .select('token_grant.token_id')
        .where('token_grant.entity_id', 'in', [entityId, allEntities]),
    )
    .$if(search !== undefined, (some) =>
      some.where(matches(search!, ['token.search_key', 'token.token_id', 'user.search_key'])),
    )

  const by = {
    name: () => raw.ref('token.search_key'),
    userName: () => raw.ref('user.display_key'),
    expiresAt: () => effectiveExpiry,
    lastUsedHereAt: () => raw.ref('last_used_here_at'),
    status: () => statusPlace(now),
  }[asked.sort]()

  const rows = tokenRows(now)
    .where('token.id', 'in', reaching.select('token.id'))
    .select([
      'user.display_name',
      granted(entityId).as('granted'),
      granted(allEntities).as('through_all'),
      allowed(entityId).as('allowed_here'),
      allowed(allEntities).as('allowed_everywhere'),
      usedHere(raw`max(last_used_at)`, entityId).as('last_used_here_at'),
      usedHere(raw`sum(calls)`, entityId).as('calls_here'),
    ])
    .orderBy(raw`${by} is null`)
    .orderBy(by, direction)
    .orderBy('token.id', direction)
    .limit(asked.pageSize)
    .offset(firstRowOf(asked))

  return sql.read(() => ({
    rows: sql.all(rows).map((row) => ({
      token: tokenFrom(row, now),
      userName: row.display_name,
      granted: permissionsFrom(row.granted ?? 0),
      throughAll: permissionsFrom(row.through_all ?? 0),
      allowed: either(row.allowed_here ?? 0, row.allowed_everywhere ?? 0),
      lastUsedHereAt: row.last_used_here_at,
      callsHere: row.calls_here ?? 0,
    })),
    total: countOf(sql, reaching.select(total)),
  }))
}

const granted = (entityId: number) => raw<number | null>`(
  select permissions from token_grant
  where token_grant.token_id = token.id and token_grant.entity_id = ${entityId})`

const allowed = (entityId: number) => raw<number | null>`(
  select permissions from user_access
  where user_access.user_id = token.user_id and user_access.entity_id = ${entityId})`

const usedHere = (what: ReturnType<typeof raw>, entityId: number) => raw<number | null>`(
  select ${what} from gw.token_entity_usage as here
  where here.token_id = token.token_id and here.entity_id = ${entityId})`

function either(...bits: number[]) {
  const given = bits.flatMap(permissionsFrom)
  return permissions.filter((one) => given.includes(one))
}
