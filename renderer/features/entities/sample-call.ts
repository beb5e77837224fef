import type { Entity, FieldType, FieldValue } from '../../../electron/contract/entity'
import { urlPathOfRecords } from './entity-path'

const sampleValues: Record<FieldType, FieldValue> = {
  string: 'text',
  integer: 1,
  decimal: '12.5',
  boolean: true,
  date: '2027-03-31',
  datetime: '2027-03-31T08:30:00Z',
}

/** A call that would create a record, with every field once, for a POSIX shell. */
export function sampleCall(entity: Pick<Entity, 'name' | 'fields'>, baseUrl: string): string {
  const record = Object.fromEntries(
    entity.fields.map((field) => [field.name, sampleValues[field.type]]),
  )
  return [
    `curl -X POST ${baseUrl}${urlPathOfRecords(entity.name)} \\`,
    '  -H "Authorization: Bearer $KEYWARD_TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${JSON.stringify(record)}'`,
  ].join('\n')
}
