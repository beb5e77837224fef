import type { Selectable } from 'kysely'
import * as z from 'zod'
import type { RouteSetId } from '../../contract/id'
import { RouteRules, type RouteSet } from '../../contract/route-set'
import type { RouteSetStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { kept } from './kept'
import { build, type Sql } from './sql'
import type { RouteSetTable } from './tables'
import { foldedKey } from './text-key'

/** What is read back must be what could be saved: a rule that was edited by hand opens nothing. */
const StoredProxies = z.array(z.string())

export function createRouteSetStore({ sql, log }: { sql: Sql; log: ActivityLog }): RouteSetStore {
  const routeSets = build.selectFrom('route_set').selectAll()

  return {
    list: async () => sql.all(routeSets.orderBy('title_key').orderBy('id')).map(routeSetFrom),

    get: async (id) => find(id),

    insert: async (routeSet, activity) =>
      sql.change(() => {
        if (sql.first(routeSets.where('name', '=', routeSet.name))) return 'route_set_name_taken'
        const { rowId } = sql.run(
          build.insertInto('route_set').values({
            name: routeSet.name,
            ...columnsOf(routeSet),
            created_at: routeSet.at,
            version: 1,
          }),
        )
        const inserted = kept(find(rowId as RouteSetId))
        log.append(activity(inserted))
        return inserted
      }),

    update: async (change, activity) =>
      sql.change(() => {
        const row = sql.first(routeSets.where('id', '=', change.id))
        if (!row) return 'not_found'
        if (row.version !== change.ifVersion) return 'changed_meanwhile'
        sql.run(
          build
            .updateTable('route_set')
            .set({ ...columnsOf(change), version: row.version + 1 })
            .where('id', '=', change.id),
        )
        log.append(activity)
        return kept(find(change.id))
      }),

    delete: async ({ id, ifVersion }, activity) =>
      sql.change(() => {
        const row = sql.first(routeSets.where('id', '=', id))
        if (!row) return 'not_found'
        if (row.version !== ifVersion) return 'changed_meanwhile'
        sql.run(build.deleteFrom('route_set').where('id', '=', id))
        log.append(activity)
        return 'deleted'
      }),
  }

  function find(id: RouteSetId): RouteSet | null {
    const row = sql.first(routeSets.where('id', '=', id))
    return row ? routeSetFrom(row) : null
  }
}

const columnsOf = (
  routeSet: Pick<RouteSet, 'title' | 'enabled' | 'proxies' | 'rules'> & { at: number },
) => ({
  title: routeSet.title,
  title_key: foldedKey(routeSet.title),
  enabled: routeSet.enabled ? 1 : 0,
  proxies: JSON.stringify(routeSet.proxies),
  rules: JSON.stringify(routeSet.rules),
  updated_at: routeSet.at,
})

export const routeSetFrom = (row: Selectable<RouteSetTable>): RouteSet => ({
  id: row.id as RouteSetId,
  name: row.name,
  title: row.title,
  enabled: row.enabled === 1,
  proxies: StoredProxies.parse(JSON.parse(row.proxies)),
  rules: RouteRules.parse(JSON.parse(row.rules)),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
})
