import type { OldSecret } from '../registry'
import type { Grant } from '../../contract/permission'
import { build, type Sql } from './sql'
import { grantFrom, storedGrant } from './stored-grant'

/** The rows that belong to a token, by the number of its own row. */

export const grantsOf = (sql: Sql, tokenRow: number): Grant[] =>
  grantRows(sql, tokenRow)
    .toSorted((a, b) => a.entity_id - b.entity_id)
    .map(grantFrom)

/** In place of those there were; a grant to which a permission came is one of that moment. */
export function replaceGrants(sql: Sql, tokenRow: number, grants: Grant[], at: number): void {
  const before = new Map(grantRows(sql, tokenRow).map((row) => [row.entity_id, row]))
  sql.run(build.deleteFrom('token_grant').where('token_id', '=', tokenRow))
  for (const grant of grants.map(storedGrant)) {
    const earlier = before.get(grant.entity_id)
    const isWider = (grant.permissions & ~(earlier?.permissions ?? 0)) !== 0
    sql.run(
      build.insertInto('token_grant').values({
        token_id: tokenRow,
        ...grant,
        granted_at: isWider ? at : (earlier?.granted_at ?? null),
      }),
    )
  }
}

/** Those that the token was made with. */
export function insertGrants(sql: Sql, tokenRow: number, grants: Grant[]): void {
  for (const grant of grants)
    sql.run(
      build
        .insertInto('token_grant')
        .values({ token_id: tokenRow, ...storedGrant(grant), granted_at: null }),
    )
}

export const oldSecretsOf = (sql: Sql, tokenRow: number): OldSecret[] =>
  sql
    .all(
      build
        .selectFrom('token_secret')
        .selectAll()
        .where('token_id', '=', tokenRow)
        .orderBy('number'),
    )
    .map((old) => ({
      number: old.number,
      keyNumber: old.key_number,
      digest: old.digest,
      validUntil: old.valid_until,
    }))

export function replaceOldSecrets(sql: Sql, tokenRow: number, secrets: OldSecret[]): void {
  sql.run(build.deleteFrom('token_secret').where('token_id', '=', tokenRow))
  for (const old of secrets)
    sql.run(
      build.insertInto('token_secret').values({
        token_id: tokenRow,
        number: old.number,
        key_number: old.keyNumber,
        digest: old.digest,
        valid_until: old.validUntil,
      }),
    )
}

const grantRows = (sql: Sql, tokenRow: number) =>
  sql.all(build.selectFrom('token_grant').selectAll().where('token_id', '=', tokenRow))
