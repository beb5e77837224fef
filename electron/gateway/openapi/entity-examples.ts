import type { Entity } from '../../contract/entity'
import { exampleId, exampleRecord } from '../../services/example-record'

type Part = 'data' | 'record' | 'page' | 'batch' | 'created'

/** As an operation shows one: by reference, for each is shown by several. */
export const exampleRef = (entity: Entity, part: Part) => ({
  [part]: { $ref: `#/components/examples/${entity.name}.${part}` },
})

const at = '2027-03-31T08:30:00.000Z'

/** What is sent and answered, by examples that the entity would take. */
export function entityExamples(entity: Entity): Record<string, object> {
  const data = exampleRecord(entity.fields)
  const record = { id: exampleId, version: 1, created_at: at, updated_at: at, data }
  const examples: { [part in Part]: object } = {
    data,
    record,
    page: { items: [record], next_cursor: null },
    batch: { records: [data] },
    created: { items: [record] },
  }
  return Object.fromEntries(
    Object.entries(examples).map(([part, value]) => [`${entity.name}.${part}`, { value }]),
  )
}
