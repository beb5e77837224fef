import { expect, it } from 'vitest'
import type { Field } from '../contract/field'
import type { EntityId } from '../contract/id'
import { everyField } from './every-field.fixture'
import { exampleRecord, exampleValue } from './example-record'
import { validateRecord } from './record-validation'

const withIds = (fields: Omit<Field, 'id'>[]): Field[] =>
  fields.map((field, index) => ({ ...field, id: index + 1 }))

it('the example of an entity is a record that the entity takes', () => {
  const fields = withIds(everyField(1 as EntityId))
  const example = exampleRecord(fields)
  const valid = validateRecord({ fields, check: null, maxRecordBytes: 65_536 }, example)
  expect(valid).toMatchObject({ ok: true, data: example })
  expect(Object.keys(example)).toEqual(expect.arrayContaining(['number', 'pieces', 'total']))
  expect(example).not.toHaveProperty('tracking')
})

const narrow: Omit<Field, 'id' | 'name' | 'title' | 'required'>[] = [
  { type: 'string', minLength: 60 },
  { type: 'string', maxLength: 1 },
  { type: 'integer', min: -9, max: -5 },
  { type: 'number', min: 1.5, max: 1.6 },
  { type: 'decimal', min: '99.99', scale: 2 },
  { type: 'decimal', max: '-1' },
  { type: 'decimal', scale: 0 },
  { type: 'date', min: '2030-01-01' },
  { type: 'date', max: '1999-12-31' },
  { type: 'datetime', max: '1999-12-31T00:00:00.000Z' },
  { type: 'email', minLength: 40 },
  { type: 'email', maxLength: 5 },
  { type: 'url', minLength: 100 },
  { type: 'url', maxLength: 12 },
  { type: 'bytes', minLength: 31, maxLength: 32 },
  { type: 'bytes', maxLength: 1 },
]

it.each(narrow)('a field is shown with a value within its limits: %o', (limits) => {
  const field: Field = { id: 1, name: 'it', title: 'Its title', required: true, ...limits }
  const value = exampleValue(field)
  expect(value).not.toBeNull()
  const definition = { fields: [field], check: null, maxRecordBytes: 65_536 }
  expect(validateRecord(definition, { it: value })).toMatchObject({ ok: true })
})
