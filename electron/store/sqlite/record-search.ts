import { sql as raw, type Kysely } from 'kysely'
import type { Entity } from '../../contract/entity'
import { fieldKey } from '../field-key'
import type { RecordQuery } from '../gateway-data'
import { likePattern } from './like-pattern'
import type { Sql } from './sql'
import type { GatewayTables } from './tables'

/** An entity with more records is searched by the beginning of its indexed fields only. */
export const mostSearched = 5_000

export const countOfRecords = (sql: Sql, tables: Kysely<GatewayTables>, entity: Entity): number =>
  sql.first(tables.selectFrom('record_count').select('records').where('entity_id', '=', entity.id))
    ?.records ?? 0

/** The records that a person looks for: words anywhere in them, and conditions on indexed fields. */
export function recordsFound(
  sql: Sql,
  tables: Kysely<GatewayTables>,
  entity: Entity,
  { search, where }: Pick<RecordQuery, 'where'> & { search?: string | undefined },
) {
  const some = recordsWhere(tables, entity, where)
  if (search === undefined || search === '') return some
  return countOfRecords(sql, tables, entity) > mostSearched
    ? some.where('record.id', 'in', beginningWith(tables, entity, search))
    : some.where(
        raw<boolean>`(record.id = ${search} or exists (
          select 1 from json_each(record.data) as held
          where held.value like ${likePattern(search)} escape '\\'))`,
      )
}

function beginningWith(tables: Kysely<GatewayTables>, entity: Entity, search: string) {
  const ids = entity.fields
    .filter((field) => field.indexed && field.type === 'string')
    .map((field) => field.id)
  const from = fieldKey({ type: 'string' }, search)
  return tables
    .selectFrom('record_index')
    .select('record_index.record_id')
    .where('record_index.entity_id', '=', entity.id)
    .where('record_index.field_id', 'in', ids.length > 0 ? ids : [-1])
    .where('record_index.value', '>=', from)
    .where('record_index.value', '<', `${from}\u{10FFFF}`)
}

/** The records of an entity for which every condition on an indexed field holds. */
const recordsWhere = (tables: Kysely<GatewayTables>, entity: Entity, where: RecordQuery['where']) =>
  where.reduce(
    (query, { field, value }) =>
      query.where('record.id', 'in', (eb) =>
        eb
          .selectFrom('record_index')
          .select('record_index.record_id')
          .where('record_index.entity_id', '=', entity.id)
          .where('record_index.field_id', '=', field.id)
          .where('record_index.value', '=', fieldKey(field, value)),
      ),
    tables.selectFrom('record as record').where('record.entity_id', '=', entity.id),
  )
