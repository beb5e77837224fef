import type { TokenId, UserId } from '../../contract/id'
import type { Overview } from '../../contract/overview'
import { tokenStatuses, type TokenStatus } from '../../contract/token'
import { countOf, total } from './list-query'
import { build, type Sql } from './sql'
import { judgedTokens } from './token-row'
import { effectiveExpiry, isWorking, statusAt, statusPlace } from './token-status'

const hour = 3_600_000

export function readOverview(sql: Sql, now: number): Overview {
  const users = build.selectFrom('user').select(total)
  return sql.read(() => ({
    people: countOf(sql, users.where('kind', '=', 'person')),
    serviceAccounts: countOf(sql, users.where('kind', '=', 'service_account')),
    entities: countOf(sql, build.selectFrom('entity').select(total)),
    tokensByStatus: tokensByStatus(sql, now),
    ...callsOfADay(sql, now),
    nextToExpire: nextToExpire(sql, now),
  }))
}

function tokensByStatus(sql: Sql, now: number): Record<TokenStatus, number> {
  const counts = sql.all(
    judgedTokens()
      .select([statusPlace(now).as('place'), total])
      .groupBy('place'),
  )
  const found = new Map(counts.map(({ place, total: count }) => [statusAt(place), count]))
  return Object.fromEntries(
    tokenStatuses.map((status) => [status, found.get(status) ?? 0]),
  ) as Record<TokenStatus, number>
}

/** The running hour and the 23 before it. */
function callsOfADay(sql: Sql, now: number) {
  const calls = sql.first(
    build
      .selectFrom('gw.call_hour')
      .select(({ fn }) => [
        fn.sum<number | null>('allowed').as('allowed'),
        fn.sum<number | null>('refused').as('refused'),
      ])
      .where('hour', '>', Math.floor(now / hour) - 24),
  )
  return { allowedToday: calls?.allowed ?? 0, refusedToday: calls?.refused ?? 0 }
}

const nextToExpire = (sql: Sql, now: number): Overview['nextToExpire'] =>
  sql
    .all(
      judgedTokens()
        .select([
          'token.token_id',
          'token.name',
          'token.user_id',
          'user.display_name',
          effectiveExpiry.$notNull().as('expires_at'),
          statusPlace(now).as('place'),
        ])
        .where(isWorking(now))
        .where(effectiveExpiry, 'is not', null)
        .orderBy('expires_at')
        .orderBy('token.id')
        .limit(5),
    )
    .map((row) => ({
      id: row.token_id as TokenId,
      name: row.name,
      userId: row.user_id as UserId,
      userName: row.display_name,
      expiresAt: row.expires_at,
      status: statusAt(row.place),
    }))
