import { sql as raw, type Selectable } from 'kysely'
import type { Entity, EntityRow, EntitySort, Field } from '../../contract/entity'
import type { EntityId } from '../../contract/id'
import type { EntityStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import { allEntities } from './stored-grant'
import { recordFrom } from './stored-record'
import type { EntityTable } from './tables'
import { foldedKey } from './text-key'

export function createEntityStore({ sql, log }: { sql: Sql; log: ActivityLog }): EntityStore {
  const entities = build.selectFrom('entity').selectAll()

  return {
    async list(asked) {
      const { search, direction } = asked
      const found = build
        .selectFrom('entity')
        .$if(search !== undefined, (some) => some.where(matches(search!, ['name', 'title_key'])))
      const rows = found
        .selectAll()
        .select([recordCount.as('records'), tokenCount.as('tokens')])
        .orderBy(raw.ref(sortColumns[asked.sort]), direction)
        .orderBy('entity.id', direction)
        .limit(asked.pageSize)
        .offset(firstRowOf(asked))
      return sql.read(() => ({
        rows: sql.all(rows).map(entityRowFrom),
        total: countOf(sql, found.select(total)),
      }))
    },

    all: async () => sql.all(entities.orderBy('title_key').orderBy('id')).map(entityFrom),

    async get(id) {
      const row = sql.first(entities.where('id', '=', id))
      return row ? entityFrom(row) : null
    },

    insert: async (entity, activity) =>
      sql.change(() => {
        if (sql.first(entities.where('name', '=', entity.name))) return 'entity_name_taken'
        const { name, title, fields, at } = entity
        const { rowId } = sql.run(
          build.insertInto('entity').values({
            name,
            title,
            title_key: foldedKey(title),
            fields: JSON.stringify(fields),
            created_at: at,
            version: 1,
          }),
        )
        const inserted = { id: rowId as EntityId, name, title, fields, createdAt: at, version: 1 }
        log.append(activity(inserted))
        return inserted
      }),

    records: async ({ entityId, ...asked }) =>
      sql.read(() => ({
        rows: sql
          .all(
            build
              .selectFrom('gw.record')
              .selectAll()
              .where('entity_id', '=', entityId)
              .orderBy('id')
              .limit(asked.pageSize)
              .offset(firstRowOf(asked)),
          )
          .map(recordFrom),
        total:
          sql.first(
            build.selectFrom('gw.record_count').select('records').where('entity_id', '=', entityId),
          )?.records ?? 0,
      })),
  }
}

export function entityFrom(row: Selectable<EntityTable>): Entity {
  return {
    id: row.id as EntityId,
    name: row.name,
    title: row.title,
    fields: JSON.parse(row.fields) as Field[],
    createdAt: row.created_at,
    version: row.version,
  }
}

const entityRowFrom = (
  row: Selectable<EntityTable> & { records: number; tokens: number },
): EntityRow => ({ ...entityFrom(row), records: row.records, tokens: row.tokens })

const recordCount = raw<number>`coalesce(
  (select records from gw.record_count where entity_id = entity.id), 0)`

/** A token with a grant here and one on all entities counts once. */
const tokenCount = raw<number>`(
  select count(distinct token.id)
  from token_grant join token on token.id = token_grant.token_id
  where token_grant.entity_id in (entity.id, ${raw.lit(allEntities)}) and token.revoked_at is null)`

const sortColumns: Record<EntitySort, string> = {
  title: 'entity.title_key',
  name: 'entity.name',
  records: 'records',
  tokens: 'tokens',
  createdAt: 'entity.created_at',
}
