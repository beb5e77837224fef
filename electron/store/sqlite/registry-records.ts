import type Database from 'better-sqlite3'
import { sql as raw } from 'kysely'
import type { Entity } from '../../contract/entity'
import type { RegistryRecords } from '../registry'
import type { ActivityLog } from './activity-log'
import { firstRowOf } from './list-query'
import { createRecordKeys } from './record-keys'
import { createRecordWriter } from './record-store'
import { countOfRecords, recordsFound } from './record-search'
import { buildGateway, createSql } from './sql'
import { recordFrom } from './stored-record'

/** Spelled out: of a table in another schema SQLite takes no `*`. */
const recordColumns = [
  'record.entity_id',
  'record.id',
  'record.version',
  'record.created_at',
  'record.created_by',
  'record.updated_at',
  'record.data',
] as const

const tables = buildGateway.withSchema('gw')

/**
 * Records as the window lists and changes them, over the registry's own connection. A change takes
 * the lock of both databases at once: the gateway writes records too.
 */
export function createRegistryRecords({
  db,
  log,
}: {
  db: Database.Database
  log: ActivityLog
}): RegistryRecords {
  const sql = createSql(db)
  const writer = createRecordWriter(sql, tables)
  const keys = createRecordKeys(sql, tables)

  const countAll = (entity: Entity) => countOfRecords(sql, tables, entity)

  return {
    async list(entity, asked) {
      const matching = recordsFound(sql, tables, entity, asked)
      const isFiltered = asked.where.length > 0 || Boolean(asked.search)
      const field = entity.fields.find((one) => one.name === asked.sort)
      const by = field
        ? raw`(select ordered.value from gw.record_index as ordered
            where ordered.entity_id = record.entity_id and ordered.field_id = ${field.id}
              and ordered.record_id = record.id)`
        : raw.ref(asked.sort === 'updatedAt' ? 'record.updated_at' : 'record.id')
      const rows = matching
        .select(recordColumns)
        .$if(field !== undefined, (some) => some.orderBy(raw`${by} is null`))
        .orderBy(by, asked.direction)
        .orderBy('record.id', asked.direction)
        .limit(asked.pageSize)
        .offset(firstRowOf(asked))
      return sql.read(() => ({
        rows: sql.all(rows).map(recordFrom),
        total: isFiltered
          ? (sql.first(matching.select(raw<number>`count(*)`.as('total')))?.total ?? 0)
          : countAll(entity),
      }))
    },

    get: async (entityId, id) => writer.find(entityId, id),

    insert: async (record, activity) =>
      sql.change(() => {
        const inserted = writer.insert(record)
        if (!('outcome' in inserted)) log.append(activity)
        return inserted
      }),

    replace: async (record, ifVersion, activity) =>
      sql.change(() => {
        const replaced = writer.replace(record, ifVersion)
        if (typeof replaced === 'object' && !('outcome' in replaced)) log.append(activity)
        return replaced
      }),

    chunk: async (entityId, afterId, limit) =>
      sql
        .all(
          tables
            .selectFrom('record')
            .selectAll()
            .where('entity_id', '=', entityId)
            .$if(afterId !== null, (some) => some.where('id', '>', afterId!))
            .orderBy('id')
            .limit(limit),
        )
        .map(recordFrom),

    addKeys: async (entity, ids) =>
      sql.change(() =>
        ids.flatMap((id) => {
          // As it is now: the gateway may have changed it since it was read.
          const record = writer.find(entity.id, id)
          const field = record && keys.complete({ entity, id, data: record.data })
          return field ? [{ id, field }] : []
        }),
      ),

    dropKeys: async (entity) => sql.change(() => keys.dropUnused(entity)),

    async delete(entityId, records, activity) {
      try {
        return sql.change(() => {
          for (const { id, version } of records) {
            const refused = writer.delete(entityId, id, version)
            if (refused !== 'deleted') throw new Undone(refused)
          }
          log.append(activity)
          return 'deleted' as const
        })
      } catch (error) {
        if (error instanceof Undone) return error.reason
        throw error
      }
    },
  }
}

/** Takes back the records that were deleted before the one that could not be. */
class Undone extends Error {
  readonly reason: 'not_found' | 'changed_meanwhile'

  constructor(reason: 'not_found' | 'changed_meanwhile') {
    super(reason)
    this.reason = reason
  }
}
