import { sql as raw } from 'kysely'
import type { Entity } from '../../contract/entity'
import type { StoredRecord } from '../../contract/record'
import { fieldKey } from '../field-key'
import type { RecordPlace, RecordWrite } from '../gateway-data'
import type { RowKey, RowObstacle, TransferData } from '../transfer-data'
import { openForTransfer } from './open-registry'
import { createRecordKeys, keyedFields } from './record-keys'
import { listRecords } from './record-list'
import { createRecordWriter } from './record-store'
import { buildGateway, createSql } from './sql'

const readAtOnce = 500

/** Stands for the record's own id among the numbers of fields, which begin at 1. */
const idField = 0

/** A transfer's side of a profile folder whose registry was opened before. */
export function createSqliteTransferData({ folder }: { folder: string }): TransferData {
  const db = openForTransfer(folder)
  const sql = createSql(db)
  const tables = buildGateway
  const writer = createRecordWriter(sql, tables)
  const keys = createRecordKeys(sql, tables)
  db.exec(`create temp table seen_key (
    field_id integer not null, value text not null, line integer not null,
    primary key (field_id, value)) strict, without rowid`)

  function hasDefinition({ id, version }: Entity): boolean {
    const row = sql.first(
      tables.selectFrom('entity_version').select('version').where('entity_id', '=', id),
    )
    return row?.version === version
  }

  function find(entity: Entity, key: RowKey | null): StoredRecord | null {
    if (key === null) return null
    if (key.by === 'id') return writer.find(entity.id, key.id)
    const row = sql.first(
      tables
        .selectFrom('record_unique')
        .select('record_id')
        .where('entity_id', '=', entity.id)
        .where('field_id', '=', key.field.id)
        .where('value', '=', fieldKey(key.field, key.value)),
    )
    return row ? writer.find(entity.id, row.record_id) : null
  }

  /** The line on which this key was seen before; else it is remembered. */
  function seenOn(fieldId: number, value: string, line: number): number | null {
    const row = sql.first(
      raw<{ line: number }>`select line from temp.seen_key
        where field_id = ${fieldId} and value = ${value}`,
    )
    if (row) return row.line
    sql.run(raw`insert into temp.seen_key (field_id, value, line)
      values (${fieldId}, ${value}, ${line})`)
    return null
  }

  function repeated(record: RecordWrite, line: number): RowObstacle | null {
    const { entity, id, data } = record
    const ofItself = seenOn(idField, id, line)
    if (ofItself !== null) return { outcome: 'repeated_in_file', field: 'id', line: ofItself }
    for (const field of keyedFields(entity)) {
      const value = field.unique ? data[field.name] : undefined
      if (value === undefined || value === null) continue
      const before = seenOn(field.id, fieldKey(field, value), line)
      if (before !== null) return { outcome: 'repeated_in_file', field: field.name, line: before }
    }
    return null
  }

  /** A ref may point to a record that an earlier row of the same file makes. */
  function isMadeBefore({ entity, data }: RecordWrite, fieldName: string): boolean {
    const field = entity.fields.find((one) => one.name === fieldName)
    return (
      field?.entityId === entity.id &&
      sql.first(
        raw<{ line: number }>`select line from temp.seen_key
          where field_id = ${idField} and value = ${data[fieldName]}`,
      ) !== undefined
    )
  }

  function obstacleOf(record: RecordWrite, isNew: boolean, line: number): RowObstacle | null {
    const seen = repeated(record, line)
    if (seen) return seen
    if (isNew && writer.find(record.entity.id, record.id)) return { outcome: 'record_exists' }
    const found = keys.obstacle(record)
    if (!found || found.outcome === 'definition_changed') return null
    return found.outcome === 'no_such_record' && isMadeBefore(record, found.field) ? null : found
  }

  return {
    *records(entity, query) {
      // Nobody else has this connection, so that its transaction may last as long as the reading.
      db.prepare('begin').run()
      try {
        let after: RecordPlace | null = null
        for (;;) {
          const found = listRecords(sql, tables, entity, query, after, readAtOnce)
          if (found.length > 0) yield found.map(({ record }) => record)
          if (found.length < readAtOnce) return
          after = found.at(-1)!.place
        }
      } finally {
        if (db.inTransaction) db.prepare('commit').run()
      }
    },

    rehearse: (entity, rows, { keyOf, rule }) =>
      sql.read(() => {
        if (!hasDefinition(entity)) return 'definition_changed'
        return rows.map((row) => {
          const ruling = rule(row, find(entity, keyOf(row)))
          if (ruling.do === 'refuse') return { outcome: 'refuse' as const, faults: ruling.faults }
          if (ruling.do === 'skip') return { outcome: 'skip' as const }
          const obstacle = obstacleOf(ruling.record, ruling.do === 'create', row.line)
          return obstacle ? { outcome: 'obstacle' as const, obstacle } : { outcome: ruling.do }
        })
      }),

    write(run, entity, rows, { keyOf, rule }) {
      type Refused = Exclude<ReturnType<typeof writeRow>, 'created' | 'replaced' | 'skipped'>
      let refused: { index: number; why: Refused } | null = null

      const writeRow = (row: (typeof rows)[number]) => {
        const stored = find(entity, keyOf(row))
        const ruling = rule(row, stored)
        if (ruling.do === 'skip') return 'skipped' as const
        if (ruling.do === 'refuse') return { outcome: 'refuse' as const, faults: ruling.faults }
        const written =
          ruling.do === 'create'
            ? writer.insert(ruling.record)
            : writer.replace(ruling.record, stored?.version ?? null)
        if (typeof written === 'string') throw new Error(`a record under lock is ${written}`)
        if ('outcome' in written)
          return written.outcome === 'definition_changed'
            ? { outcome: 'definition_changed' as const }
            : { outcome: 'obstacle' as const, obstacle: written }
        return ruling.do === 'create' ? ('created' as const) : ('replaced' as const)
      }

      try {
        return sql.change(() => {
          if (!hasDefinition(entity)) return { outcome: 'definition_changed' }
          const counts = { created: 0, replaced: 0, skipped: 0 }
          for (const [index, row] of rows.entries()) {
            const done = writeRow(row)
            if (typeof done === 'object') {
              refused = { index, why: done }
              throw new Undone()
            }
            counts[done] += 1
          }
          const moved = sql.run(
            tables
              .updateTable('import_run')
              .set((eb) => ({
                created: eb('created', '+', counts.created),
                replaced: eb('replaced', '+', counts.replaced),
                skipped: eb('skipped', '+', counts.skipped),
                updated_at: run.at,
              }))
              .where('id', '=', run.id)
              .where('state', '=', 'running')
              .where(raw<boolean>`created + replaced + skipped = ${run.rowsBefore}`),
          )
          if (moved.changes !== 1) throw new Error('the import run is not where it was left')
          return { outcome: 'written', counts }
        })
      } catch (error) {
        if (!(error instanceof Undone) || refused === null) throw error
        const { index, why } = refused as { index: number; why: Refused }
        return why.outcome === 'definition_changed' ? why : { ...why, index }
      }
    },

    close: () => db.close(),
  }
}

/** Takes back the rows of a chunk that were written before the one that could not be. */
class Undone extends Error {}
