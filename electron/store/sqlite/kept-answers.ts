import type { Kysely } from 'kysely'
import type { Idempotency, KeptAnswer, Repeated } from '../gateway-data'
import type { Sql } from './sql'
import type { GatewayTables } from './tables'

/** Answers kept under an Idempotency-Key, inside the transaction of the write they answer. */
export function createKeptAnswers(sql: Sql, tables: Kysely<GatewayTables>) {
  return {
    /** What was answered to the same request before; null when this is the first. */
    find({ scope, key, fingerprint }: Idempotency, now: number): Repeated | null {
      sql.run(tables.deleteFrom('idempotency_key').where('expires_at', '<=', now))
      const row = sql.first(
        tables
          .selectFrom('idempotency_key')
          .selectAll()
          .where('scope', '=', scope)
          .where('key', '=', key),
      )
      if (!row) return null
      if (!row.fingerprint.equals(fingerprint)) return { outcome: 'key_reused' }
      const { status, location, etag, body } = row
      return { outcome: 'repeated', answer: { status, location, etag, body } }
    },

    keep({ scope, key, fingerprint, expiresAt }: Idempotency, answer: KeptAnswer) {
      sql.run(
        tables
          .insertInto('idempotency_key')
          .values({ scope, key, fingerprint, expires_at: expiresAt, ...answer }),
      )
    },
  }
}
