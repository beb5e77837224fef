import { NewEntity, type Entity } from '../contract/entity'
import type { User } from '../contract/user'
import entitiesFile from '../../resources/demo/entities.json'
import { activityEntry } from '../services/activity-entry'
import { createUuidV7 } from '../services/uuid-v7'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { writeRecord } from './demo-records'
import { day } from './token-stories'

export async function createEntities(means: DemoMeans, administrator: User, from: number) {
  const entities: Entity[] = []
  let at = from
  for (const one of entitiesFile) {
    at += means.seeded.between(20, 400) * 60_000
    entities.push(
      mustBeDone(
        await means.store.entities.insert({ ...NewEntity.parse(one), at }, (entity) =>
          activityEntry({
            at,
            actor: actorOf(administrator),
            action: 'entity.created',
            subject: {
              subjectKind: 'entity',
              subjectId: String(entity.id),
              subjectName: entity.title,
              concernsUserId: null,
            },
            after: {
              name: entity.name,
              title: entity.title,
              fields: entity.fields.map(
                (field) => `${field.name}: ${field.type}${field.required ? ', required' : ''}`,
              ),
            },
          }),
        ),
      ),
    )
  }
  return entities
}

/** Records of every entity, oldest first, the last ones of this week. */
export async function createRecords(
  means: DemoMeans,
  entities: Entity[],
  /** Name of the user whose system wrote an entity's records. */
  writerOf: (entity: Entity) => string,
) {
  const now = means.now()
  let at = now
  const newId = createUuidV7({
    now: () => at,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => means.seeded.between(0, 255)),
  })
  for (const entity of entities) {
    const count = entitiesFile.find((one) => one.name === entity.name)?.records ?? 0
    const by = writerOf(entity)
    for (let nth = 1; nth <= count; nth += 1) {
      at = now - Math.round(((count - nth + means.seeded.fraction()) / count) * 180 * day)
      const data = writeRecord(entity.name, means.seeded, nth, at)
      await means.gatewayData.records.insert({ entityId: entity.id, id: newId(), data, at, by })
    }
  }
}
