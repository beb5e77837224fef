import { sql as raw, type Kysely } from 'kysely'
import type { Entity } from '../../contract/entity'
import type { StoredRecord } from '../../contract/record'
import type { RecordPlace, RecordQuery } from '../gateway-data'
import { recordsFound } from './record-search'
import type { Sql } from './sql'
import { recordFrom } from './stored-record'
import type { GatewayTables } from './tables'

type Listed = { record: StoredRecord; place: RecordPlace }

/** Pages of records by key, so that the thousandth costs what the first does. */
export function listRecords(
  sql: Sql,
  tables: Kysely<GatewayTables>,
  entity: Entity,
  query: RecordQuery & { search?: string | undefined },
  after: RecordPlace | null,
  limit: number,
): Listed[] {
  const matching = () => recordsFound(sql, tables, entity, query)
  const { by, direction } = query.order
  const beyond = direction === 'asc' ? '>' : '<'

  if (by === 'id') {
    const rows = matching()
      .selectAll('record')
      .$if(after !== null, (some) => some.where('record.id', beyond, after!.id))
      .orderBy('record.id', direction)
      .limit(limit)
    return sql.all(rows).map((row) => ({
      record: recordFrom(row),
      place: { value: null, id: row.id },
    }))
  }

  if (by === 'updatedAt') {
    const rows = matching()
      .selectAll('record')
      .$if(after !== null, (some) =>
        some.where(
          raw<boolean>`(record.updated_at, record.id) ${raw.raw(beyond)} (${Number(after!.value)}, ${after!.id})`,
        ),
      )
      .orderBy('record.updated_at', direction)
      .orderBy('record.id', direction)
      .limit(limit)
    return sql.all(rows).map((row) => ({
      record: recordFrom(row),
      place: { value: String(row.updated_at), id: row.id },
    }))
  }

  const withValue =
    after !== null && after.value === null
      ? []
      : sql.all(
          matching()
            .innerJoin('record_index as ordered', (join) =>
              join
                .onRef('ordered.entity_id', '=', 'record.entity_id')
                .onRef('ordered.record_id', '=', 'record.id'),
            )
            .where('ordered.field_id', '=', by.id)
            .selectAll('record')
            .select('ordered.value as ordered_value')
            .$if(after !== null, (some) =>
              some.where(
                raw<boolean>`(ordered.value, ordered.record_id) ${raw.raw(beyond)} (${after!.value}, ${after!.id})`,
              ),
            )
            .orderBy('ordered.value', direction)
            .orderBy('ordered.record_id', direction)
            .limit(limit),
        )
  const listed: Listed[] = withValue.map((row) => ({
    record: recordFrom(row),
    place: { value: row.ordered_value, id: row.id },
  }))
  if (listed.length === limit) return listed

  // Records without a value in this field, at the end in both directions.
  const rest = matching()
    .selectAll('record')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('record_index as ordered')
            .select('ordered.value')
            .whereRef('ordered.entity_id', '=', 'record.entity_id')
            .whereRef('ordered.record_id', '=', 'record.id')
            .where('ordered.field_id', '=', by.id),
        ),
      ),
    )
    .$if(after !== null && after.value === null, (some) =>
      some.where('record.id', beyond, after!.id),
    )
    .orderBy('record.id', direction)
    .limit(limit - listed.length)
  return [
    ...listed,
    ...sql
      .all(rest)
      .map((row) => ({ record: recordFrom(row), place: { value: null, id: row.id } })),
  ]
}
