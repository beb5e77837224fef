import type { TokenId } from '../../contract/id'
import type { SecretInUse, TokenSecrets } from '../../contract/rotation'
import { build, type Sql } from './sql'
import { oldSecretsOf } from './token-history'
import { judgedTokens } from './token-row'
import { effectiveExpiry } from './token-status'

/** Within a transaction: a token's secrets by their numbers, and who called with which. */
export function secretsOf(sql: Sql, id: TokenId): TokenSecrets | null {
  const token = sql.first(
    judgedTokens()
      .where('token.token_id', '=', id)
      .select([
        'token.id',
        'token.user_id',
        'token.created_at',
        'token.rotated_at',
        'token.secret_number',
        effectiveExpiry.as('expires_at'),
      ]),
  )
  if (!token) return null
  const usage = new Map(usageOf(sql, id).map((row) => [row.secret_number, row]))
  const old = oldSecretsOf(sql, token.id)
  const begun = old.length > 1 ? rotationsTold(sql, id, token.user_id) : new Map<number, number>()

  const described = (number: number, validUntil: number | null): SecretInUse => {
    const used = usage.get(number)
    const isCurrent = number === token.secret_number
    return {
      number,
      isCurrent,
      since:
        number === 1
          ? token.created_at
          : isCurrent
            ? token.rotated_at
            : (begun.get(number) ?? null),
      validUntil,
      calls: used?.calls ?? 0,
      lastUsedAt: used?.last_used_at ?? null,
      lastUsedFrom: used?.last_used_from ?? null,
    }
  }
  const ended = (validUntil: number) =>
    token.expires_at === null ? validUntil : Math.min(validUntil, token.expires_at)
  return {
    all: [
      described(token.secret_number, null),
      ...old.toReversed().map((one) => described(one.number, ended(one.validUntil))),
    ],
    refused: refusedOf(sql, id),
  }
}

const usageOf = (sql: Sql, id: TokenId) =>
  sql.all(build.selectFrom('gw.token_secret_usage').selectAll().where('token_id', '=', id))

function refusedOf(sql: Sql, id: TokenId): TokenSecrets['refused'] {
  const calls = build
    .selectFrom('gw.refused_call')
    .where('token_id', '=', id)
    .where('reason', '=', 'secret_replaced')
  const total = sql.first(calls.select((eb) => eb.fn.sum<number>('calls').as('calls')))
  const last = sql.first(calls.select(['last_at', 'source']).orderBy('last_at', 'desc').limit(1))
  return {
    calls: total?.calls ?? 0,
    lastAt: last?.last_at ?? null,
    lastSource: last?.source ?? null,
  }
}

/** When each secret between the first and the last was made, which its row does not hold. */
function rotationsTold(sql: Sql, id: TokenId, userId: number): Map<number, number> {
  const entries = sql.all(
    build
      .selectFrom('activity')
      .select(['at', 'after'])
      .where('concerns_user_id', '=', userId)
      .where('subject_id', '=', id)
      .where('action', '=', 'token.rotated'),
  )
  return new Map(
    entries.map(({ at, after }) => [
      Number((JSON.parse(after ?? '{}') as { secretNumber?: number }).secretNumber),
      at,
    ]),
  )
}
