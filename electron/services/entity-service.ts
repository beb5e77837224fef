import type { EntitiesAsked, Entity, EntityChange, EntityName, NewEntity } from '../contract/entity'
import type { Enforced } from '../contract/enforced'
import type { FieldDraft } from '../contract/field'
import type { EntityId } from '../contract/id'
import type { EntityTokensAsked } from '../contract/token'
import { accepted, found } from './accepted'
import { activityEntry, entitySubject, keyward, type Actor } from './activity-entry'
import { assertValuesFit, fieldChange } from './field-change'
import { offendersOf } from './field-check'
import { fieldWord } from './field-word'
import type { Means } from './means'
import { Refusal } from './refusal'

export type EntityService = ReturnType<typeof createEntityService>

export function createEntityService({
  store,
  session,
  gateway,
  now,
  announce,
  report,
}: Means & {
  /** A fault of ours in work that nobody waits for. */
  report: (error: unknown) => void
}) {
  const list = (asked: EntitiesAsked) => store.entities.list(asked)

  const names = async (): Promise<EntityName[]> =>
    (await store.entities.all()).map(({ id, name, title }) => ({ id, name, title }))

  const get = async (id: EntityId) => found(await store.entities.get(id))

  async function tokens(asked: EntityTokensAsked) {
    await get(asked.entityId)
    return store.entities.tokens(asked, now())
  }

  async function create(asked: NewEntity): Promise<Entity> {
    const actor = await session.actor()
    assertValuesFit(asked.fields)
    await assertRefsExist(asked.fields)
    const at = now()
    const entity = accepted(
      await store.entities.insert(
        { ...asked, fields: asked.fields.map(unnumbered), at },
        (created) =>
          activityEntry({
            at,
            actor,
            action: 'entity.created',
            subject: entitySubject(created),
            after: facts(created),
          }),
      ),
      { entity_name_taken: 'name' },
    )
    announce('entities', 'activity')
    await gateway.forget()
    return entity
  }

  async function change(asked: EntityChange): Promise<Enforced<Entity>> {
    const actor = await session.actor()
    const before = await get(asked.id)
    if (before.version !== asked.version) throw new Refusal('changed_meanwhile')
    if (before.check?.state === 'checking') throw new Refusal('field_check_running')
    await assertRefsExist(asked.fields)
    const isEmpty = (await store.records.chunk(asked.id, null, 1)).length === 0
    const { now: fields, check } = fieldChange(before.fields, asked.fields, isEmpty ? 0 : 1)
    const value = await write(before, actor, check ? 'entity.check_started' : 'entity.changed', {
      ...asked,
      fields,
      check: check && { fields: check, startedAt: now(), offenders: [], state: 'checking' },
    })
    if (check) runCheck(value, actor)
    else await store.records.dropKeys(value)
    return { value, enforced: await gateway.forget() }
  }

  async function dropCheck(id: EntityId): Promise<Entity> {
    const actor = await session.actor()
    const before = await get(id)
    if (before.check === null) return before
    const value = await write(before, actor, 'entity.changed', { ...before, check: null })
    await store.records.dropKeys(value)
    await gateway.forget()
    return value
  }

  /** Checks that were under way when Keyward was closed. */
  async function resumeChecks() {
    for (const entity of await store.entities.all())
      if (entity.check?.state === 'checking') runCheck(entity, keyward)
  }

  function runCheck(entity: Entity, actor: Actor) {
    finishCheck(entity, actor).catch(report)
  }

  async function finishCheck(entity: Entity, actor: Actor) {
    const { check } = entity
    if (check === null) return
    let isWanted = true
    const stillWanted = async () => {
      const current = await store.entities.get(entity.id)
      isWanted = current?.version === entity.version
    }
    const offenders = await offendersOf(
      entity,
      {
        chunk: async (...given) => {
          await stillWanted()
          return isWanted ? store.records.chunk(...given) : []
        },
        addKeys: store.records.addKeys,
      },
      () => isWanted,
    )
    if (!isWanted) return
    if (offenders.length === 0) {
      await write(entity, actor, 'entity.changed', {
        ...entity,
        fields: check.fields,
        check: null,
      })
    } else {
      const refused = await write(entity, actor, 'entity.check_refused', {
        ...entity,
        check: { ...check, state: 'refused', offenders },
      })
      await store.records.dropKeys(refused)
    }
    await gateway.forget()
  }

  async function write(
    before: Entity,
    actor: Actor,
    action: 'entity.changed' | 'entity.check_started' | 'entity.check_refused',
    next: Omit<Parameters<typeof store.entities.update>[0], 'ifVersion'>,
  ): Promise<Entity> {
    const value = accepted(
      await store.entities.update(
        { ...next, ifVersion: before.version },
        activityEntry({
          at: now(),
          actor,
          action,
          subject: entitySubject({ id: before.id, title: next.title }),
          before: facts(before),
          after: {
            ...facts({ ...before, ...next, fields: next.check?.fields ?? next.fields }),
            ...(next.check?.offenders.length && { offenders: next.check.offenders.length }),
          },
        }),
      ),
    )
    announce('entities', 'records', 'activity')
    return value
  }

  async function assertRefsExist(fields: FieldDraft[]) {
    for (const [index, { entityId }] of fields.entries())
      if (entityId !== undefined) found(await store.entities.get(entityId), `fields.${index}`)
  }

  return { list, names, get, tokens, create, change, dropCheck, resumeChecks }
}

/** The store numbers the fields; a number that is brought along could be another field's one day. */
const unnumbered = ({ id: _id, ...field }: FieldDraft) => field

const facts = (
  entity: Omit<Entity, 'fields' | 'id' | 'check' | 'createdAt' | 'version'> & {
    fields: Omit<FieldDraft, 'id'>[]
  },
) => ({
  name: entity.name,
  title: entity.title,
  fields: entity.fields.map(fieldWord),
  idempotencyKey: entity.idempotencyKey,
  ifMatch: entity.ifMatch,
  maxRecordBytes: entity.maxRecordBytes,
})
