import type { EntityId } from '../contract/id'
import type { Page } from '../contract/page'
import type {
  NewRecord,
  RecordChange,
  RecordDeletion,
  RecordsAsked,
  SavedRecord,
  StoredRecord,
} from '../contract/record'
import type { RecordWrite, WriteObstacle } from '../store/gateway-data'
import { accepted, found } from './accepted'
import { activityEntry, differing, recordSubject } from './activity-entry'
import type { Means } from './means'
import { conflictError } from './record-conflict'
import { recordFacts } from './record-facts'
import { whereOf } from './record-query'
import { validateRecord } from './record-validation'
import { Refusal } from './refusal'

export type RecordService = ReturnType<typeof createRecordService>

/** Records as people change them in the window; systems do it through the gateway. */
export function createRecordService({
  store,
  session,
  now,
  announce,
  newId,
}: Pick<Means, 'store' | 'session' | 'now' | 'announce'> & { newId: () => string }) {
  const entityOf = async (id: EntityId) => found(await store.entities.get(id))

  async function list(asked: RecordsAsked): Promise<Page<StoredRecord>> {
    const entity = await entityOf(asked.entityId)
    const where = whereOf(entity, asked)
    return store.records.list(entity, { ...asked, where })
  }

  async function get({ entityId, id }: { entityId: EntityId; id: string }) {
    await entityOf(entityId)
    return found(await store.records.get(entityId, id))
  }

  async function create({ entityId, data }: NewRecord): Promise<SavedRecord> {
    const { name } = await session.actor()
    const entity = await entityOf(entityId)
    const valid = validateRecord(entity, data)
    if (!valid.ok) return { outcome: 'invalid', errors: valid.errors }
    const record = { entity, id: newId(), data: valid.data, at: now(), by: name }
    return saved(
      await store.records.insert(record, await entry('record.created', record, null, valid.data)),
    )
  }

  async function change(asked: RecordChange): Promise<SavedRecord> {
    const { name } = await session.actor()
    const entity = await entityOf(asked.entityId)
    const before = await get(asked)
    const valid = validateRecord(entity, asked.data)
    if (!valid.ok) return { outcome: 'invalid', errors: valid.errors }
    const record = { entity, id: asked.id, data: valid.data, at: now(), by: name }
    return saved(
      await store.records.replace(
        record,
        asked.version,
        await entry('record.changed', record, before.data, valid.data),
      ),
    )
  }

  async function remove({ entityId, records }: RecordDeletion): Promise<void> {
    const actor = await session.actor()
    const entity = await entityOf(entityId)
    const ids = records.map((record) => record.id)
    const outcome = await store.records.delete(
      entityId,
      records,
      activityEntry({
        at: now(),
        actor,
        action: 'record.deleted',
        subject: recordSubject(entity, ids.length === 1 ? ids[0]! : null),
        before: { records: ids },
      }),
    )
    if (outcome !== 'deleted') throw new Refusal(outcome)
    announce('records', 'activity')
  }

  async function entry(
    action: 'record.created' | 'record.changed',
    { entity, id, at }: RecordWrite,
    before: StoredRecord['data'] | null,
    after: StoredRecord['data'],
  ) {
    const facts = differing(recordFacts(entity, before ?? {}), recordFacts(entity, after))
    return activityEntry({
      at,
      actor: await session.actor(),
      action,
      subject: recordSubject(entity, id),
      ...(before ? facts : { after: facts.after }),
    })
  }

  function saved(
    outcome: StoredRecord | 'not_found' | 'changed_meanwhile' | WriteObstacle,
  ): SavedRecord {
    if (typeof outcome === 'object' && 'outcome' in outcome) {
      if ('field' in outcome) return { outcome: 'invalid', errors: [conflictError(outcome)] }
      throw new Refusal('changed_meanwhile')
    }
    const record = accepted(outcome)
    announce('records', 'activity')
    return { outcome: 'saved', record }
  }

  return { list, get, create, change, remove }
}
