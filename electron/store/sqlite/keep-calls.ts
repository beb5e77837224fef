import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type {
  CallCount,
  ClientCount,
  GatewayData,
  SecretCount,
  UnlistedRefusals,
} from '../gateway-data'
import { addDay, addUseOfDay, forgetOldDays } from './keep-days'
import { buildGateway, type Sql } from './sql'
import type { GatewayTables } from './tables'

type Refused = Parameters<GatewayData['keep']>[1][number]

/** Refused calls are kept one by one up to this many; the oldest go first. */
export const mostRefusedCalls = 100_000

/** Of these, calls without a token, and calls with a made-up one: each of both leaves room for real tokens. */
export const mostOfStrangers = 25_000

/** Milliseconds between equal calls that still count as one row. */
const closely = 60_000

/** Of the newest rows, so that looking for an equal one costs the same in a full table. */
const mostLookedAt = 1_000

const hourOf = (at: number) => Math.floor(at / 3_600_000)

/** What the gateway counted since the last time, in one transaction. */
export function keepCalls(
  sql: Sql,
  counts: CallCount[],
  refused: Refused[],
  unlisted: UnlistedRefusals[] = [],
  clients: ClientCount[] = [],
): void {
  sql.change(() => {
    for (const count of counts) {
      addUsage(sql, count)
      addDay(sql, count)
      for (const use of count.uses) {
        addUse(sql, count.tokenId, use)
        addUseOfDay(sql, count.tokenId, use)
      }
      for (const secret of count.secrets) addSecretUse(sql, count.tokenId, secret)
    }
    if (counts.length > 0) forgetOldDays(sql, counts)
    for (const client of clients) addClientUsage(sql, client)
    for (const [hour, calls] of byHour(counts, refused, unlisted)) addHour(sql, hour, calls)
    for (const call of refused) if (!lengthened(sql, call)) insertRefused(sql, call)
    if (refused.length > 0) forgetOldest(sql)
  })
}

function addUsage(sql: Sql, count: CallCount): void {
  sql.run(
    buildGateway
      .insertInto('token_usage')
      .values({
        token_id: count.tokenId,
        last_used_at: count.lastUsedAt,
        last_used_from: count.lastUsedFrom,
        allowed: count.allowed,
        refused: count.refused,
      })
      .onConflict((same) =>
        same.column('token_id').doUpdateSet((eb) => ({
          allowed: eb('token_usage.allowed', '+', eb.ref('excluded.allowed')),
          refused: eb('token_usage.refused', '+', eb.ref('excluded.refused')),
          // A refused call is no use of the token.
          ...(count.lastUsedAt !== null && {
            last_used_at: count.lastUsedAt,
            last_used_from: count.lastUsedFrom,
          }),
        })),
      ),
  )
}

function addUse(sql: Sql, tokenId: string, use: CallCount['uses'][number]): void {
  sql.run(
    buildGateway
      .insertInto('token_entity_usage')
      .values({
        token_id: tokenId,
        entity_id: use.entityId,
        permission: use.permission,
        last_used_at: use.lastUsedAt,
        calls: use.calls,
      })
      .onConflict((same) =>
        same.columns(['token_id', 'entity_id', 'permission']).doUpdateSet((eb) => ({
          last_used_at: use.lastUsedAt,
          calls: eb('token_entity_usage.calls', '+', use.calls),
        })),
      ),
  )
}

function addSecretUse(sql: Sql, tokenId: string, secret: SecretCount): void {
  const last = { last_used_at: secret.lastUsedAt, last_used_from: secret.lastUsedFrom }
  sql.run(
    buildGateway
      .insertInto('token_secret_usage')
      .values({
        token_id: tokenId,
        secret_number: secret.number,
        calls: secret.calls,
        ...last,
      })
      .onConflict((same) =>
        same.columns(['token_id', 'secret_number']).doUpdateSet((eb) => ({
          ...last,
          calls: eb('token_secret_usage.calls', '+', secret.calls),
        })),
      ),
  )
}

function addClientUsage(
  sql: Sql,
  { clientId, calls, lastUsedAt, lastUsedFrom }: ClientCount,
): void {
  const last = { last_used_at: lastUsedAt, last_used_from: lastUsedFrom }
  sql.run(
    buildGateway
      .insertInto('client_usage')
      .values({ client_id: clientId, calls, ...last })
      .onConflict((same) =>
        same
          .column('client_id')
          .doUpdateSet((eb) => ({ ...last, calls: eb('client_usage.calls', '+', calls) })),
      ),
  )
}

type HourCalls = { allowed: number; refused: number }

function byHour(
  counts: CallCount[],
  refused: Refused[],
  unlisted: UnlistedRefusals[],
): Map<number, HourCalls> {
  const hours = new Map<number, HourCalls>()
  const at = (moment: number) => {
    const calls = hours.get(hourOf(moment)) ?? { allowed: 0, refused: 0 }
    hours.set(hourOf(moment), calls)
    return calls
  }
  for (const { allowed, lastUsedAt } of counts)
    if (lastUsedAt !== null) at(lastUsedAt).allowed += allowed
  for (const call of refused) at(call.at).refused += call.calls
  for (const hour of unlisted) at(hour.at).refused += hour.refused
  return hours
}

function addHour(sql: Sql, hour: number, calls: HourCalls): void {
  sql.run(
    buildGateway
      .insertInto('call_hour')
      .values({ hour, ...calls })
      .onConflict((same) =>
        same.column('hour').doUpdateSet((eb) => ({
          allowed: eb('call_hour.allowed', '+', calls.allowed),
          refused: eb('call_hour.refused', '+', calls.refused),
        })),
      ),
  )
}

/** Adds to the last row of equal calls, if the last of them was within the minute before. */
function lengthened(sql: Sql, call: Refused): boolean {
  const last = sql.first(
    buildGateway
      .selectFrom('refused_call')
      .select('id')
      .where('id', '>', (eb) =>
        eb
          .selectFrom('refused_call')
          .select((of) =>
            of(of.fn.coalesce(of.fn.max('id'), of.val(0)), '-', mostLookedAt).as('id'),
          ),
      )
      .where('token_id', 'is', call.tokenId)
      .where('source', '=', call.source)
      .where('method', '=', call.method)
      .where('entity', 'is', call.entity)
      .where('permission', 'is', call.permission)
      .where('reason', '=', call.reason)
      .where('status', '=', call.status)
      .where('last_at', '>=', call.at - closely)
      .orderBy('id', 'desc'),
  )
  if (!last) return false
  sql.run(
    buildGateway
      .updateTable('refused_call')
      .set((eb) => ({ last_at: call.lastAt, calls: eb('calls', '+', call.calls) }))
      .where('id', '=', last.id),
  )
  return true
}

function insertRefused(sql: Sql, call: Refused): void {
  sql.run(
    buildGateway.insertInto('refused_call').values({
      at: call.at,
      last_at: call.lastAt,
      calls: call.calls,
      source: call.source,
      token_id: call.tokenId,
      method: call.method,
      entity: call.entity,
      permission: call.permission,
      reason: call.reason,
      status: call.status,
    }),
  )
}

/** A flood of strangers, who prove nothing, must not push out what happened to real tokens. */
function forgetOldest(sql: Sql): void {
  forgetBeyond(sql, mostOfStrangers, (eb) => eb('token_id', 'is', null))
  forgetBeyond(sql, mostOfStrangers, (eb) => eb('reason', '=', 'unknown_token'))
  forgetBeyond(sql, mostRefusedCalls, (eb) => eb.lit(true))
}

/** By an index that has these calls in their order. */
type Calls = (eb: ExpressionBuilder<GatewayTables, 'refused_call'>) => Expression<SqlBool>

function forgetBeyond(sql: Sql, most: number, calls: Calls): void {
  sql.run(
    buildGateway
      .deleteFrom('refused_call')
      .where(calls)
      .where('id', '<=', (eb) =>
        eb
          .selectFrom('refused_call')
          .select('id')
          .where(calls)
          .orderBy('id', 'desc')
          .limit(1)
          .offset(most),
      ),
  )
}
