import type Database from 'better-sqlite3'
import type { TokenId, UserId } from '../../contract/id'
import type { Grant } from '../../contract/permission'
import type { Token } from '../../contract/token'
import type { TokenStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { createFindToken } from './find-token'
import { findTokens } from './find-tokens'
import { kept } from './kept'
import { listReaching } from './reaching-tokens'
import { build, type Sql } from './sql'
import { grantFrom, storedGrant } from './stored-grant'
import { rightsFrom, storedNetworks } from './stored-rights'
import { searchKey, textKey } from './text-key'
import { listTokens } from './token-list'
import { tokenFrom, tokenRows } from './token-row'

export function createTokenStore({
  db,
  sql,
  log,
}: {
  db: Database.Database
  sql: Sql
  log: ActivityLog
}): TokenStore {
  const findToken = createFindToken(db)

  const row = (id: TokenId) =>
    sql.first(build.selectFrom('token').selectAll().where('token_id', '=', id))

  function find(id: TokenId, now: number): Token | null {
    const found = sql.first(tokenRows(now).where('token.token_id', '=', id))
    return found ? tokenFrom(found) : null
  }

  /** Why the row with this ID cannot be changed; null when it can. */
  function obstacle(id: TokenId, ifVersion: number) {
    const stored = row(id)
    if (!stored) return 'not_found'
    if (stored.revoked_at !== null) return 'token_revoked'
    return stored.version === ifVersion ? null : 'changed_meanwhile'
  }

  const grantsOf = (tokenRowId: number) =>
    sql
      .all(build.selectFrom('token_grant').selectAll().where('token_id', '=', tokenRowId))
      .toSorted((a, b) => a.entity_id - b.entity_id)
      .map(grantFrom)

  function sealed(id: TokenId) {
    const stored = row(id)
    if (!stored) return null
    const { rights_mac: rightsMac, version } = stored
    return { ...rightsFrom(stored), grants: grantsOf(stored.id), rightsMac, version }
  }

  const isNameInUse = (userId: UserId, name: string) =>
    sql.first(
      build
        .selectFrom('token')
        .select('id')
        .where('user_id', '=', userId)
        .where('name_key', '=', textKey(name))
        .where('revoked_at', 'is', null),
    ) !== undefined

  function insertGrants(tokenRowId: number, grants: Grant[]) {
    for (const grant of grants)
      sql.run(
        build.insertInto('token_grant').values({ token_id: tokenRowId, ...storedGrant(grant) }),
      )
  }

  return {
    list: async (asked, now) => listTokens(sql, asked, now),
    find: async (search, now) => findTokens(sql, search, now),
    get: async (id, now) => find(id, now),

    reaching: async (asked, limit, now) => listReaching(sql, asked, limit, now),
    stored: async (id) => findToken(id),

    rights: async (id) => sql.read(() => sealed(id)),

    insert: async (token, now, activity) =>
      sql.change(() => {
        if (isNameInUse(token.userId, token.name)) return 'token_name_taken'
        const { rowId } = sql.run(
          build.insertInto('token').values({
            token_id: token.tokenId,
            user_id: token.userId,
            kind: token.kind,
            name: token.name,
            name_key: textKey(token.name),
            note: token.note,
            search_key: searchKey(token.name, token.note),
            key_number: token.keyNumber,
            digest: token.digest,
            rights_mac: token.rightsMac,
            enabled: token.enabled ? 1 : 0,
            starts_at: token.startsAt,
            expires_at: token.expiresAt,
            expiry_zone: token.expiryZone,
            revoked_at: token.revokedAt,
            networks: storedNetworks(token.networks),
            calls_per_minute: token.callsPerMinute,
            created_at: token.createdAt,
            created_by: token.createdBy,
            version: 1,
          }),
        )
        insertGrants(rowId, token.grants)
        log.append(activity)
        return kept(find(token.tokenId, now))
      }),

    setGrants: async ({ id, ifVersion, grants, rightsMac, now }, activity) =>
      sql.change(() => {
        const refused = obstacle(id, ifVersion)
        if (refused) return refused
        const { id: tokenRowId } = kept(row(id))
        sql.run(build.deleteFrom('token_grant').where('token_id', '=', tokenRowId))
        insertGrants(tokenRowId, grants)
        sql.run(
          build
            .updateTable('token')
            .set({ rights_mac: rightsMac, version: ifVersion + 1 })
            .where('token_id', '=', id),
        )
        log.append(activity)
        return kept(find(id, now))
      }),

    setEnabled: async ({ id, ifVersion, enabled, rightsMac, now }, activity) =>
      sql.change(() => {
        const refused = obstacle(id, ifVersion)
        if (refused) return refused
        sql.run(
          build
            .updateTable('token')
            .set({ enabled: enabled ? 1 : 0, rights_mac: rightsMac, version: ifVersion + 1 })
            .where('token_id', '=', id),
        )
        log.append(activity)
        return kept(find(id, now))
      }),

    revoke: async ({ id, ifVersion, revokedAt, rightsMac }, activity) =>
      sql.change(() => {
        const refused = obstacle(id, ifVersion)
        if (refused) return refused
        sql.run(
          build
            .updateTable('token')
            .set({ revoked_at: revokedAt, rights_mac: rightsMac, version: ifVersion + 1 })
            .where('token_id', '=', id),
        )
        log.append(activity)
        return kept(find(id, revokedAt))
      }),

    revokeMany: async (ids, revokedAt, revocation) =>
      sql.change(() => {
        let revoked = 0
        for (const id of ids) {
          const stored = sealed(id)
          if (!stored || stored.revokedAt !== null) continue
          const { rightsMac, activity } = revocation(kept(find(id, revokedAt)), stored)
          sql.run(
            build
              .updateTable('token')
              .set({
                revoked_at: revokedAt,
                rights_mac: rightsMac,
                version: stored.version + 1,
              })
              .where('token_id', '=', id),
          )
          log.append(activity)
          revoked += 1
        }
        return revoked
      }),
  }
}
