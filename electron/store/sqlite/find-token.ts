import type Database from 'better-sqlite3'
import type { TokenId } from '../../contract/id'
import type { Grant } from '../../contract/permission'
import type { StoredToken } from '../gateway-data'
import { oldSecretsFrom } from './old-secrets'
import { grantFrom } from './stored-grant'
import { rightsFrom, type RightsRow } from './stored-rights'

/**
 * The one look-up of a verdict. Scalar subqueries and no JOIN: SQLite prepares a JOIN with a bound
 * value anew at every call, which takes four to five times as long.
 */
export const findTokenText = `
  select token_id, user_id, name, key_number, digest, rights_mac, enabled, starts_at, expires_at,
    revoked_at, networks, calls_per_minute, created_at, unused_from, secret_number,
    (select display_name from user where user.id = token.user_id) as user_name,
    (select username from user where user.id = token.user_id) as username,
    (select status from user where user.id = token.user_id) as user_status,
    (select longest_lifetime_days from policy where one = 1) as longest_lifetime_days,
    (select calls_per_minute from policy where one = 1) as usual_calls_per_minute,
    (select unused_disable_days from policy where one = 1) as unused_disable_days,
    (select json_group_array(json_array(number, key_number, hex(digest), valid_until))
      from token_secret where token_secret.token_id = token.id) as old_secrets,
    (select group_concat(entity_id || ':' || permissions) from token_grant
      where token_grant.token_id = token.id) as grants,
    (select group_concat(entity_id || ':' || permissions) from user_access
      where user_access.user_id = token.user_id) as access
  from token where token.token_id = ?`

type Row = RightsRow & {
  name: string
  rights_mac: Buffer
  user_name: string
  username: string
  user_status: string
  longest_lifetime_days: number | null
  usual_calls_per_minute: number
  unused_disable_days: number | null
  old_secrets: string
  grants: string | null
  access: string | null
}

/** `gateway` is how that connection names the gateway's tables. */
export function createFindToken(
  registry: Database.Database,
  gateway: { db: Database.Database; schema: 'main' | 'gw' },
) {
  const statement = registry.prepare<[TokenId], Row>(findTokenText)
  const lastUse = gateway.db
    .prepare<[TokenId], number | null>(
      `select last_used_at from ${gateway.schema}.token_usage where token_id = ?`,
    )
    .pluck()
  const observation = gateway.db
    .prepare<[], number>(`select since from ${gateway.schema}.observation`)
    .pluck()

  return (id: TokenId): StoredToken | null => {
    const row = statement.get(id)
    if (!row) return null
    return {
      ...rightsFrom(row),
      grants: grantsFrom(row.grants),
      oldSecrets: oldSecretsFrom(row.old_secrets),
      name: row.name,
      rightsMac: row.rights_mac,
      userName: row.user_name,
      username: row.username,
      userActive: row.user_status === 'active',
      access: grantsFrom(row.access),
      longestLifetimeDays: row.longest_lifetime_days,
      usualCallsPerMinute: row.usual_calls_per_minute,
      unusedDisableDays: row.unused_disable_days,
      // Read only where a limit makes it matter.
      ...(row.unused_disable_days === null
        ? { lastUsedAt: null, observedFrom: null }
        : { lastUsedAt: lastUse.get(id) ?? null, observedFrom: observation.get() ?? null }),
    }
  }
}

/** From "0:1,7:3", in no order that SQLite would promise. */
export const grantsFrom = (text: string | null): Grant[] =>
  (text?.split(',') ?? [])
    .map((one) => one.split(':').map(Number))
    .map(([entity_id = 0, permissions = 0]) => ({ entity_id, permissions }))
    .toSorted((a, b) => a.entity_id - b.entity_id)
    .map(grantFrom)
