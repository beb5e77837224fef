import type Database from 'better-sqlite3'
import type { StoredClient } from '../gateway-data'
import { clientRightsFrom, type ClientRightsRow } from './client-row'
import { grantsFrom } from './find-token'

/** Without a JOIN for the same reason as a token's look-up. */
export const findClientText = `
  select client_id, user_id, key_number, digest, mac, revoked_at, created_at,
    (select status from user where user.id = client.user_id) as user_status,
    (select group_concat(entity_id || ':' || permissions) from user_access
      where user_access.user_id = client.user_id) as access
  from client where client.client_id = ?`

type Row = ClientRightsRow & { mac: Buffer; user_status: string; access: string | null }

export function createFindClient(registry: Database.Database) {
  const statement = registry.prepare<[string], Row>(findClientText)

  return (id: string): StoredClient | null => {
    const row = statement.get(id)
    if (!row) return null
    return {
      ...clientRightsFrom(row),
      mac: row.mac,
      userActive: row.user_status === 'active',
      access: grantsFrom(row.access),
    }
  }
}
