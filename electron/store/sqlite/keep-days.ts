import { sql as raw } from 'kysely'
import { dayNumber } from '../../contract/time'
import type { CallCount } from '../gateway-data'
import type { Sql } from './sql'

export const daysKept = 400

/** A write forgets so many rows at most: a day that has passed has one for each token in use. */
const mostForgotten = 500

/** One row a token and day, however many calls there were. */
export function addDay(sql: Sql, { tokenId, allowed, refused, calledAt }: CallCount): void {
  sql.run(raw`insert into token_day (token_id, day, allowed, refused)
    values (${tokenId}, ${dayNumber(calledAt)}, ${allowed}, ${refused})
    on conflict (token_id, day) do update set
      allowed = allowed + excluded.allowed, refused = refused + excluded.refused`)
}

export function addUseOfDay(sql: Sql, tokenId: string, use: CallCount['uses'][number]): void {
  sql.run(raw`insert into token_entity_day (token_id, day, entity_id, permission, calls)
    values (${tokenId}, ${dayNumber(use.lastUsedAt)}, ${use.entityId}, ${use.permission}, ${use.calls})
    on conflict (token_id, day, entity_id, permission) do update set
      calls = calls + excluded.calls`)
}

/** By an index, and in pieces: it costs next to nothing while there is nothing to forget. */
export function forgetOldDays(sql: Sql, counts: CallCount[]): void {
  const today = Math.max(...counts.map((count) => dayNumber(count.calledAt)))
  const before = today - daysKept
  sql.run(raw`delete from token_day where (token_id, day) in (
    select token_id, day from token_day where day < ${before} order by day limit ${mostForgotten})`)
  sql.run(raw`delete from token_entity_day where (token_id, day, entity_id, permission) in (
    select token_id, day, entity_id, permission from token_entity_day
    where day < ${before} order by day limit ${mostForgotten})`)
}
