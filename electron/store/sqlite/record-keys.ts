import type { Kysely } from 'kysely'
import type { Entity } from '../../contract/entity'
import type { Field } from '../../contract/field'
import type { EntityId } from '../../contract/id'
import type { StoredRecord } from '../../contract/record'
import { fieldKey } from '../field-key'
import type { WriteObstacle } from '../gateway-data'
import type { Sql } from './sql'
import type { FieldKeyTable, GatewayTables } from './tables'

type RecordRef = { entity: Entity; id: string; data: StoredRecord['data'] }

/** Fields with a key of their own, those that are only being made stricter included. */
export function keyedFields({ fields, check }: Entity): Field[] {
  const stricter = check?.state === 'checking' ? check.fields : []
  return fields.map((field) => {
    const next = stricter.find((one) => one.id === field.id)
    return {
      ...field,
      unique: field.unique || next?.unique,
      indexed: field.indexed || next?.indexed,
    }
  })
}

/** The keys of unique and indexed fields, on one connection and inside the caller's transaction. */
export function createRecordKeys(sql: Sql, tables: Kysely<GatewayTables>) {
  const present = ({ entity, data }: RecordRef) =>
    keyedFields(entity).filter(
      (field) => Object.hasOwn(data, field.name) && data[field.name] !== null,
    )

  const keyRows = (record: RecordRef) =>
    present(record)
      // The others have no key: a JSON value could not even be written as one.
      .filter((field) => field.unique || field.indexed)
      .map((field) => ({
        field,
        row: {
          entity_id: record.entity.id,
          field_id: field.id,
          value: fieldKey(field, record.data[field.name]!),
          record_id: record.id,
        },
      }))

  const addMissing = (table: 'record_unique' | 'record_index', row: FieldKeyTable) =>
    sql.run(
      tables
        .insertInto(table)
        .values(row)
        .onConflict((same) => same.doNothing()),
    )

  return {
    /** What the record collides with, or points to in vain; null when it fits. */
    obstacle(record: RecordRef): WriteObstacle | null {
      for (const field of present(record)) {
        const value = record.data[field.name]!
        if (field.unique && isTaken(record, field, fieldKey(field, value)))
          return { outcome: 'not_unique', field: field.name }
        if (field.type === 'ref' && !exists(field.entityId!, value as string))
          return { outcome: 'no_such_record', field: field.name }
      }
      return null
    },

    add(record: RecordRef) {
      for (const { field, row } of keyRows(record)) {
        if (field.unique) sql.run(tables.insertInto('record_unique').values(row))
        if (field.indexed) sql.run(tables.insertInto('record_index').values(row))
      }
    },

    /** Adds the keys that are missing; the first field in which it collides with another record. */
    complete(record: RecordRef): string | null {
      let collides: string | null = null
      for (const { field, row } of keyRows(record)) {
        const isFree = !field.unique || !isTaken(record, field, row.value)
        if (!isFree) collides ??= field.name
        if (field.unique && isFree) addMissing('record_unique', row)
        if (field.indexed) addMissing('record_index', row)
      }
      return collides
    },

    /** Keys of fields that have none any more. */
    dropUnused(entity: Entity) {
      for (const [table, attribute] of [
        ['record_unique', 'unique'],
        ['record_index', 'indexed'],
      ] as const) {
        const used = keyedFields(entity).flatMap((field) => (field[attribute] ? [field.id] : []))
        sql.run(
          tables
            .deleteFrom(table)
            .where('entity_id', '=', entity.id)
            .$if(used.length > 0, (some) => some.where('field_id', 'not in', used)),
        )
      }
    },

    remove(entityId: EntityId, id: string) {
      for (const table of ['record_unique', 'record_index'] as const)
        sql.run(
          tables.deleteFrom(table).where('entity_id', '=', entityId).where('record_id', '=', id),
        )
    },
  }

  function isTaken({ entity, id }: RecordRef, field: Field, value: string): boolean {
    const row = sql.first(
      tables
        .selectFrom('record_unique')
        .select('record_id')
        .where('entity_id', '=', entity.id)
        .where('field_id', '=', field.id)
        .where('value', '=', value),
    )
    return row !== undefined && row.record_id !== id
  }

  function exists(entityId: EntityId, id: string): boolean {
    const row = sql.first(
      tables
        .selectFrom('record')
        .select('id')
        .where('entity_id', '=', entityId)
        .where('id', '=', id),
    )
    return row !== undefined
  }
}
