import { sql as raw } from 'kysely'
import type { EntityId, TokenId } from '../../contract/id'
import type { Permission } from '../../contract/permission'
import type { UsageStore } from '../registry'
import { build, type Sql } from './sql'
import { grantFrom } from './stored-grant'

export function createUsageStore({ sql }: { sql: Sql }): UsageStore {
  return {
    days: async (ids, from) =>
      sql
        .all(
          build
            .selectFrom('gw.token_day as of')
            .selectAll()
            .where('of.token_id', 'in', ids)
            .where('of.day', '>=', from)
            .orderBy('of.day'),
        )
        .map(({ token_id, ...counted }) => ({ tokenId: token_id as TokenId, ...counted })),

    uses: async (id, from) =>
      sql
        .all(
          build
            .selectFrom('gw.token_entity_usage as use')
            .leftJoin('entity', 'entity.id', 'use.entity_id')
            .where('use.token_id', '=', id)
            .select([
              'use.entity_id',
              'entity.title',
              'use.permission',
              'use.calls',
              'use.last_used_at',
              raw<number>`coalesce((
                select sum(of.calls) from gw.token_entity_day as of
                where of.token_id = use.token_id and of.day >= ${from}
                  and of.entity_id = use.entity_id and of.permission = use.permission), 0)`.as(
                'recent_calls',
              ),
            ])
            .orderBy('use.last_used_at', 'desc'),
        )
        .map((use) => ({
          entityId: use.entity_id as EntityId,
          entityTitle: use.title,
          permission: use.permission as Permission,
          recentCalls: use.recent_calls,
          calls: use.calls,
          lastUsedAt: use.last_used_at,
        })),

    observedSince: async () =>
      sql.first(build.selectFrom('gw.observation').select('since'))?.since ?? null,

    grantedSince: async (id) =>
      sql
        .all(
          build
            .selectFrom('token_grant')
            .innerJoin('token', 'token.id', 'token_grant.token_id')
            .where('token.token_id', '=', id)
            .select([
              'token_grant.entity_id',
              'token_grant.permissions',
              'token_grant.granted_at',
              'token.created_at',
            ]),
        )
        .map((row) => ({ ...grantFrom(row), since: row.granted_at ?? row.created_at })),
  }
}
