import { NewEntity, type Entity } from '../contract/entity'
import type { User } from '../contract/user'
import entitiesFile from '../../resources/demo/entities.json'
import { activityEntry } from '../services/activity-entry'
import { fieldWord } from '../services/field-word'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { writeCompany } from './demo-records'

/** Records of one transaction. */
const atOnce = 500

export async function createEntities(means: DemoMeans, administrator: User, from: number) {
  const entities: Entity[] = []
  let at = from
  for (const one of entitiesFile) {
    at += means.seeded.between(20, 400) * 60_000
    entities.push(
      mustBeDone(
        await means.store.entities.insert({ ...definition(one, entities), at }, (entity) =>
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
              fields: entity.fields.map(fieldWord),
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
  const company = writeCompany(means.seeded, means.now())
  for (const entity of entities) {
    const written = company.get(entity.name)
    if (!written) throw new Error(`The demo cannot write records of "${entity.name}"`)
    const by = writerOf(entity)
    const records = written.map((record) => ({ entity, by, ...record }))
    for (let from = 0; from < records.length; from += atOnce) {
      const { outcome } = await means.gatewayData.records.insert(records.slice(from, from + atOnce))
      mustBeDone(outcome === 'inserted' ? records : outcome)
    }
  }
}

/** The file names other entities, which have their numbers only now. */
function definition({ fields, ...one }: (typeof entitiesFile)[number], made: Entity[]): NewEntity {
  return NewEntity.parse({
    ...one,
    fields: fields.map((field) => {
      const entity = 'entity' in field && made.find(({ name }) => name === field.entity)
      return { ...field, ...(entity && { entityId: entity.id }) }
    }),
  })
}
