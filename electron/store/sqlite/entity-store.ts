import { sql as raw, type Selectable } from 'kysely'
import {
  mostEntities,
  type Entity,
  type EntityRow,
  type EntityRules,
  type EntitySort,
  type FieldCheck,
} from '../../contract/entity'
import type { Field } from '../../contract/field'
import type { EntityId } from '../../contract/id'
import type { EntityStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { listEntityTokens } from './entity-tokens'
import { kept } from './kept'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import { allEntities } from './stored-grant'
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

    get: async (id) => find(id),

    insert: async (entity, activity) =>
      sql.change(() => {
        if (sql.first(entities.where('name', '=', entity.name))) return 'entity_name_taken'
        if (countOf(sql, build.selectFrom('entity').select(total)) >= mostEntities)
          return 'too_many_entities'
        const { fields, nextFieldId } = numbered(entity.fields, 1)
        const { rowId } = sql.run(
          build.insertInto('entity').values({
            name: entity.name,
            title: entity.title,
            title_key: foldedKey(entity.title),
            fields: JSON.stringify(fields),
            next_field_id: nextFieldId,
            rules: rulesJson(entity),
            created_at: entity.at,
            version: 1,
          }),
        )
        setWrittenVersion(rowId, 1)
        const inserted = kept(find(rowId as EntityId))
        log.append(activity(inserted))
        return inserted
      }),

    update: async (change, activity) =>
      sql.change(() => {
        const row = sql.first(entities.where('id', '=', change.id))
        if (!row) return 'not_found'
        if (row.version !== change.ifVersion) return 'changed_meanwhile'
        const { check } = change
        const now = numbered(change.fields, row.next_field_id)
        // A field that is new in both has one number.
        const stricter = check?.fields.map((field) => ({
          ...field,
          id: field.id ?? kept(now.fields.find((one) => one.name === field.name)).id,
        }))
        sql.run(
          build
            .updateTable('entity')
            .set({
              title: change.title,
              title_key: foldedKey(change.title),
              fields: JSON.stringify(now.fields),
              next_field_id: now.nextFieldId,
              rules: rulesJson(change),
              field_check: check && JSON.stringify({ ...check, fields: stricter }),
              version: row.version + 1,
            })
            .where('id', '=', change.id),
        )
        setWrittenVersion(change.id, row.version + 1)
        log.append(activity)
        return kept(find(change.id))
      }),

    tokens: async (asked, now) => listEntityTokens(sql, asked, now),
  }

  function find(id: EntityId): Entity | null {
    const row = sql.first(entities.where('id', '=', id))
    return row ? entityFrom(row) : null
  }

  /** The version that records are written by; beside the records, so that one lock covers both. */
  function setWrittenVersion(id: number, version: number) {
    sql.run(
      build
        .insertInto('gw.entity_version')
        .values({ entity_id: id, version })
        .onConflict((same) => same.column('entity_id').doUpdateSet({ version })),
    )
  }
}

type Unnumbered = Omit<Field, 'id'> & { id?: Field['id'] }

/** New fields get the next numbers, which no field of this entity had before. */
function numbered(fields: Unnumbered[], from: number): { fields: Field[]; nextFieldId: number } {
  let nextFieldId = from
  return {
    fields: fields.map((field) => ({ ...field, id: field.id ?? nextFieldId++ })),
    nextFieldId,
  }
}

const rulesJson = ({ idempotencyKey, ifMatch, maxRecordBytes }: EntityRules): string =>
  JSON.stringify({ idempotencyKey, ifMatch, maxRecordBytes })

export function entityFrom(row: Selectable<EntityTable>): Entity {
  return {
    id: row.id as EntityId,
    name: row.name,
    title: row.title,
    fields: JSON.parse(row.fields) as Field[],
    ...(JSON.parse(row.rules) as EntityRules),
    check: row.field_check === null ? null : (JSON.parse(row.field_check) as FieldCheck),
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
