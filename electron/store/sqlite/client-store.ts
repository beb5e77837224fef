import { sql as raw, type Expression } from 'kysely'
import type { Client, ClientsAsked, ClientSort } from '../../contract/client'
import type { ClientId } from '../../contract/id'
import type { ClientRevocation, ClientStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { clientFrom, clientRightsFrom, clientRows, clientStatusPlace } from './client-row'
import { kept } from './kept'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import { searchKey, textKey } from './text-key'

export function createClientStore({ sql, log }: { sql: Sql; log: ActivityLog }): ClientStore {
  const row = (id: ClientId) =>
    sql.first(build.selectFrom('client').selectAll().where('client_id', '=', id))

  function find(id: ClientId): Client | null {
    const found = sql.first(clientRows().where('client.client_id', '=', id))
    return found ? clientFrom(found) : null
  }

  return {
    async list(asked) {
      const found = clientsAsked(asked)
      const by = sortKey(asked.sort)
      const rows = clientRows()
        .where('client.id', 'in', found.select('client.id'))
        .orderBy(raw`${by} is null`)
        .orderBy(by, asked.direction)
        .orderBy('client.id', asked.direction)
        .limit(asked.pageSize)
        .offset(firstRowOf(asked))
      return sql.read(() => ({
        rows: sql.all(rows).map(clientFrom),
        total: countOf(sql, found.select(total)),
      }))
    },

    get: async (id) => find(id),

    async rights(id) {
      const stored = row(id)
      return stored ? clientRightsFrom(stored) : null
    },

    insert: async (client, activity) =>
      sql.change(() => {
        const { clientId, userId, name } = client
        const isNameInUse = build
          .selectFrom('client')
          .select('id')
          .where('user_id', '=', userId)
          .where('name_key', '=', textKey(name))
          .where('revoked_at', 'is', null)
        if (sql.first(isNameInUse)) return 'client_name_taken'
        sql.run(
          build.insertInto('client').values({
            client_id: clientId,
            user_id: userId,
            name,
            name_key: textKey(name),
            search_key: searchKey(name),
            key_number: client.keyNumber,
            digest: client.digest,
            mac: client.mac,
            revoked_at: client.revokedAt,
            created_at: client.createdAt,
            created_by: client.createdBy,
          }),
        )
        log.append(activity)
        return kept(find(clientId))
      }),

    ofUser: async (id) =>
      sql
        .all(
          clientRows()
            .where('client.user_id', '=', id)
            .where('client.revoked_at', 'is', null)
            .orderBy('client.search_key'),
        )
        .map(clientFrom),

    revoke: async (change, activity) =>
      sql.change(() => {
        const refused = revokeClient(sql, change)
        if (refused) return refused
        log.append(activity)
        return kept(find(change.id))
      }),
  }
}

/** Within a transaction; the word for why it cannot be, or null. */
export function revokeClient(
  sql: Sql,
  { id, revokedAt, mac }: Omit<ClientRevocation, 'activity'>,
): 'not_found' | 'client_revoked' | null {
  const stored = sql.first(build.selectFrom('client').selectAll().where('client_id', '=', id))
  if (!stored) return 'not_found'
  if (stored.revoked_at !== null) return 'client_revoked'
  sql.run(
    build.updateTable('client').set({ revoked_at: revokedAt, mac }).where('client_id', '=', id),
  )
  return null
}

const clientsAsked = ({ search, show }: ClientsAsked) =>
  build
    .selectFrom('client')
    .innerJoin('user', 'user.id', 'client.user_id')
    .$if(show === 'current', (some) => some.where('client.revoked_at', 'is', null))
    .$if(show === 'revoked', (some) => some.where('client.revoked_at', 'is not', null))
    .$if(search !== undefined, (some) =>
      some.where(matches(search!, ['client.search_key', 'client.client_id', 'user.search_key'])),
    )

/** Nulls ("never used") come last in both directions. */
const sortKey = (sort: ClientSort): Expression<unknown> =>
  ({
    name: () => raw.ref('client.search_key'),
    userName: () => raw.ref('user.display_key'),
    status: () => clientStatusPlace,
    lastUsedAt: () => raw.ref('usage.last_used_at'),
    calls: () => raw`coalesce(usage.calls, 0)`,
    createdAt: () => raw.ref('client.created_at'),
  })[sort]()
