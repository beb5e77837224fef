import type { Kysely } from 'kysely'
import type { EntityId } from '../../contract/id'
import type { StoredRecord } from '../../contract/record'
import type {
  Idempotency,
  Inserted,
  InsertObstacle,
  RecordStore,
  RecordWrite,
  Repeated,
  WriteObstacle,
} from '../gateway-data'
import { kept } from './kept'
import { createKeptAnswers } from './kept-answers'
import { createRecordKeys } from './record-keys'
import { listRecords } from './record-list'
import { buildGateway, type Sql } from './sql'
import { recordFrom } from './stored-record'
import type { GatewayTables } from './tables'

type Changed = StoredRecord | 'not_found' | 'changed_meanwhile' | WriteObstacle

/** The steps of a write, for whoever has a transaction open on these tables. */
export function createRecordWriter(sql: Sql, tables: Kysely<GatewayTables>) {
  const keys = createRecordKeys(sql, tables)

  const rowOf = (entityId: EntityId, id: string) =>
    tables.selectFrom('record').selectAll().where('entity_id', '=', entityId).where('id', '=', id)

  function find(entityId: EntityId, id: string): StoredRecord | null {
    const row = sql.first(rowOf(entityId, id))
    return row ? recordFrom(row) : null
  }

  function hasDefinition({ entity }: RecordWrite): boolean {
    const row = sql.first(
      tables.selectFrom('entity_version').select('version').where('entity_id', '=', entity.id),
    )
    return row?.version === entity.version
  }

  function obstacle(record: RecordWrite): WriteObstacle | null {
    return hasDefinition(record) ? keys.obstacle(record) : { outcome: 'definition_changed' }
  }

  /** Why this version of the record cannot be changed; null when it can. */
  function notThere(entityId: EntityId, id: string, ifVersion: number | null) {
    const stored = find(entityId, id)
    if (!stored) return 'not_found'
    return ifVersion === null || stored.version === ifVersion ? null : 'changed_meanwhile'
  }

  return {
    find,

    insert(record: RecordWrite): StoredRecord | WriteObstacle {
      const { entity, id, data, at, by } = record
      const refused = obstacle(record)
      if (refused) return refused
      if (sql.first(rowOf(entity.id, id))) return { outcome: 'record_exists' }
      sql.run(
        tables.insertInto('record').values({
          entity_id: entity.id,
          id,
          version: 1,
          created_at: at,
          created_by: by,
          updated_at: at,
          data: JSON.stringify(data),
        }),
      )
      keys.add(record)
      return { id, version: 1, createdAt: at, createdBy: by, updatedAt: at, data }
    },

    replace(record: RecordWrite, ifVersion: number | null): Changed {
      const { entity, id, data, at } = record
      const refused = notThere(entity.id, id, ifVersion) ?? obstacle(record)
      if (refused) return refused
      keys.remove(entity.id, id)
      sql.run(
        tables
          .updateTable('record')
          .set((eb) => ({
            version: eb('version', '+', 1),
            updated_at: at,
            data: JSON.stringify(data),
          }))
          .where('entity_id', '=', entity.id)
          .where('id', '=', id),
      )
      keys.add(record)
      return kept(find(entity.id, id))
    },

    delete(entityId: EntityId, id: string, ifVersion: number | null) {
      const refused = notThere(entityId, id, ifVersion)
      if (refused) return refused
      keys.remove(entityId, id)
      sql.run(tables.deleteFrom('record').where('entity_id', '=', entityId).where('id', '=', id))
      return 'deleted'
    },
  }
}

/** Carries an obstacle out of a transaction that must leave nothing behind. */
class Undone extends Error {
  readonly obstacle: InsertObstacle

  constructor(obstacle: InsertObstacle) {
    super(obstacle.outcome)
    this.obstacle = obstacle
  }
}

export function createRecordStore({ sql }: { sql: Sql }): RecordStore {
  const writer = createRecordWriter(sql, buildGateway)
  const answers = createKeptAnswers(sql, buildGateway)

  function insertAll(
    records: RecordWrite[],
    idempotency: Idempotency | undefined,
  ): Inserted | Repeated {
    const repeated = idempotency && answers.find(idempotency, records[0]?.at ?? 0)
    if (repeated) return repeated
    const inserted = records.map((record, index) => {
      const stored = writer.insert(record)
      if ('outcome' in stored) throw new Undone({ ...stored, index })
      return stored
    })
    if (idempotency) answers.keep(idempotency, idempotency.answer(inserted))
    return { outcome: 'inserted', records: inserted }
  }

  return {
    list: async (entity, query, after, limit) =>
      listRecords(sql, buildGateway, entity, query, after, limit),

    get: async (entityId, id) => writer.find(entityId, id),

    async insert(records, idempotency) {
      try {
        return sql.change(() => insertAll(records, idempotency))
      } catch (error) {
        if (error instanceof Undone) return error.obstacle
        throw error
      }
    },

    answered: async (idempotency, at) => sql.change(() => answers.find(idempotency, at)),

    replace: async (record, ifVersion) => sql.change(() => writer.replace(record, ifVersion)),

    delete: async (entityId, id, ifVersion) =>
      sql.change(() => writer.delete(entityId, id, ifVersion)),
  }
}
