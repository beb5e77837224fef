import type Database from 'better-sqlite3'
import type { TokenId } from '../../contract/id'
import type { Token } from '../../contract/token'
import type { TokenStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { countTokens } from './count-tokens'
import { countExpiries } from './expiries'
import { createFindToken } from './find-token'
import { findTokens } from './find-tokens'
import { inventoryIds, inventoryOf, listInventory } from './inventory'
import { kept } from './kept'
import { listReaching } from './reaching-tokens'
import { build, type Sql } from './sql'
import { rightsFrom } from './stored-rights'
import type { TokenTable } from './tables'
import { columnsOf, tokenSearchKey } from './token-columns'
import { grantsOf, insertGrants, oldSecretsOf, replaceOldSecrets } from './token-history'
import { listTokens } from './token-list'
import { tokenFrom, tokenRows, tokensOf } from './token-row'
import { isNameInUse, updateTokens } from './token-update'

export function createTokenStore({
  db,
  sql,
  log,
}: {
  db: Database.Database
  sql: Sql
  log: ActivityLog
}): TokenStore {
  const findToken = createFindToken(db, { db, schema: 'gw' })

  function find(id: TokenId, now: number): Token | null {
    const found = sql.first(tokenRows(now).where('token.token_id', '=', id))
    return found ? tokenFrom(found, now) : null
  }

  return {
    list: async (asked, now) => listTokens(sql, asked, now),
    find: async (search, now) => findTokens(sql, search, now),
    get: async (id, now) => find(id, now),

    inventory: async (asked, now) => listInventory(sql, asked, now),
    inventoryIds: async (filter, order, now) => inventoryIds(sql, filter, order, now),
    inventoryOf: async (ids, now) => inventoryOf(sql, ids, now),

    count: async (filters, now) => countTokens(sql, filters, now),
    expiries: async (asked) => countExpiries(sql, asked),
    reaching: async (asked, limit, now) => listReaching(sql, asked, limit, now),
    stored: async (id) => findToken(id),

    rights: async (id) =>
      sql.read(() => {
        const stored = sql.first(build.selectFrom('token').selectAll().where('token_id', '=', id))
        if (!stored) return null
        return {
          ...rightsFrom(stored),
          grants: grantsOf(sql, stored.id),
          oldSecrets: oldSecretsOf(sql, stored.id),
          rightsMac: stored.rights_mac,
          version: stored.version,
        }
      }),

    insert: async (token, now, activity) =>
      sql.change(() => {
        if (isNameInUse(sql, token.userId, token.name)) return 'token_name_taken'
        const { grants, oldSecrets, tokenId, kind, createdAt, createdBy, rightsMac, ...parts } =
          token
        const columns = {
          ...columnsOf(parts),
          token_id: tokenId,
          kind,
          search_key: tokenSearchKey(token),
          rights_mac: rightsMac,
          created_at: createdAt,
          created_by: createdBy,
          version: 1,
        } as Omit<TokenTable, 'id'>
        const { rowId } = sql.run(build.insertInto('token').values(columns))
        insertGrants(sql, rowId, grants)
        replaceOldSecrets(sql, rowId, oldSecrets)
        log.append(activity)
        return kept(find(tokenId, now))
      }),

    update: async (changes, now) =>
      updateTokens({ sql, log }, changes, () =>
        tokensOf(
          sql,
          changes.map(({ id }) => id),
          now,
        ),
      ),
  }
}
