import type { EntityId } from '../../contract/id'
import type { RecordStore } from '../gateway-data'
import { kept } from './kept'
import { buildGateway, type Sql } from './sql'
import { recordFrom } from './stored-record'

export function createRecordStore({ sql }: { sql: Sql }): RecordStore {
  const ofEntity = (entityId: EntityId) =>
    buildGateway.selectFrom('record').selectAll().where('entity_id', '=', entityId)

  const find = (entityId: EntityId, id: string) => {
    const row = sql.first(ofEntity(entityId).where('id', '=', id))
    return row ? recordFrom(row) : null
  }

  /** Why this version of the record cannot be changed; null when it can. */
  function obstacle(entityId: EntityId, id: string, ifVersion: number | null) {
    const stored = find(entityId, id)
    if (!stored) return 'not_found'
    return ifVersion === null || stored.version === ifVersion ? null : 'changed_meanwhile'
  }

  return {
    list: async (entityId, after, limit) =>
      sql
        .all(
          ofEntity(entityId)
            .$if(after !== null, (some) => some.where('id', '>', after!))
            .orderBy('id')
            .limit(limit),
        )
        .map(recordFrom),

    get: async (entityId, id) => find(entityId, id),

    insert: async ({ entityId, id, data, at, by }) =>
      sql.change(() => {
        sql.run(
          buildGateway.insertInto('record').values({
            entity_id: entityId,
            id,
            version: 1,
            created_at: at,
            created_by: by,
            updated_at: at,
            data: JSON.stringify(data),
          }),
        )
        return kept(find(entityId, id))
      }),

    replace: async ({ entityId, id, data, at }, ifVersion) =>
      sql.change(() => {
        const refused = obstacle(entityId, id, ifVersion)
        if (refused) return refused
        sql.run(
          buildGateway
            .updateTable('record')
            .set((eb) => ({
              version: eb('version', '+', 1),
              updated_at: at,
              data: JSON.stringify(data),
            }))
            .where('entity_id', '=', entityId)
            .where('id', '=', id),
        )
        return kept(find(entityId, id))
      }),

    delete: async (entityId, id, ifVersion) =>
      sql.change(() => {
        const refused = obstacle(entityId, id, ifVersion)
        if (refused) return refused
        sql.run(
          buildGateway.deleteFrom('record').where('entity_id', '=', entityId).where('id', '=', id),
        )
        return 'deleted'
      }),
  }
}
