import type { EntitiesAsked, Entity, NewEntity, RecordsAsked } from '../contract/entity'
import type { EntityId } from '../contract/id'
import { accepted, found } from './accepted'
import { activityEntry } from './activity-entry'
import type { Means } from './means'

export type EntityService = ReturnType<typeof createEntityService>

export function createEntityService({ store, session, gateway, now, announce }: Means) {
  const list = (asked: EntitiesAsked) => store.entities.list(asked)

  const get = async (id: EntityId) => found(await store.entities.get(id))

  async function records(asked: RecordsAsked) {
    await get(asked.entityId)
    return store.entities.records(asked)
  }

  async function create(asked: NewEntity): Promise<Entity> {
    const actor = await session.actor()
    const at = now()
    const entity = accepted(
      await store.entities.insert({ ...asked, at }, (created) =>
        activityEntry({
          at,
          actor,
          action: 'entity.created',
          subject: {
            subjectKind: 'entity',
            subjectId: String(created.id),
            subjectName: created.title,
            concernsUserId: null,
          },
          after: {
            name: created.name,
            title: created.title,
            fields: created.fields.map(
              (field) => `${field.name}: ${field.type}${field.required ? ', required' : ''}`,
            ),
          },
        }),
      ),
      { entity_name_taken: 'name' },
    )
    announce('entities', 'activity')
    await gateway.forget()
    return entity
  }

  return { list, get, records, create }
}
