import { NewEntity, type Entity } from '../contract/entity'
import type { User } from '../contract/user'
import entitiesFile from '../../resources/demo/entities.json'
import { mustBeDone, told, type DemoMeans } from './demo-world'
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
          told(administrator, at, {
            action: 'entity.created',
            subjectKind: 'entity',
            subjectId: String(entity.id),
            subjectName: entity.title,
            after: {
              name: entity.name,
              title: entity.title,
              fields: entity.fields.map((field) => field.name),
            },
          }),
        ),
      ),
    )
  }
  return entities
}

/** Records of every entity, oldest first, the last ones of this week. */
export async function createRecords(means: DemoMeans, entities: Entity[], writerOf: Writers) {
  const now = means.now()
  for (const entity of entities) {
    const count = entitiesFile.find((one) => one.name === entity.name)?.records ?? 0
    for (let nth = 1; nth <= count; nth += 1) {
      const at = now - Math.round(((count - nth + means.seeded.fraction()) / count) * 180 * day)
      await means.gatewayData.records.insert({
        ...writeRecord(entity.name, means.seeded, nth, at),
        entityId: entity.id,
        at,
        by: writerOf(entity),
      })
    }
  }
}

/** The token that wrote an entity's records. */
export type Writers = (entity: Entity) => string
