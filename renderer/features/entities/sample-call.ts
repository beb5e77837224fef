import type { Entity } from '../../../electron/contract/entity'
import type { FieldType } from '../../../electron/contract/field'
import type { FieldValue } from '../../../electron/contract/record'
import { plainJson } from '../../ui/plain-json'
import { urlPathOfRecords } from './entity-path'

const sampleValues: Record<FieldType, FieldValue> = {
  text: 'text',
  number: 1.5,
  uuid: '0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d1',
  email: 'somebody@example.com',
  url: 'https://example.com/',
  enum: 'value',
  json: {},
  bytes: 'AAAA',
  ref: 'id-of-a-record',
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
    entity.fields.map((field) => [field.name, field.values?.[0] ?? sampleValues[field.type]]),
  )
  return [
    `curl -X POST ${baseUrl}${urlPathOfRecords(entity.name)} \\`,
    '  -H "Authorization: Bearer $KEYWARD_TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${plainJson(record)}'`,
  ].join('\n')
}
