import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeTypes, Field, fieldTypes, type FieldType } from '../contract/field'
import type { EntityId } from '../contract/id'
import { validateRecord } from './record-validation'
import { sampleRecord } from './sample-record'

const target = 9 as EntityId
const has = (name: keyof typeof attributeTypes, type: FieldType) =>
  (attributeTypes[name] as readonly FieldType[]).includes(type)

/** Bounds of each type that has any, lower one first; beyond and around what a sample would say. */
const bounds: Partial<Record<FieldType, fc.Arbitrary<[number | string, number | string]>>> = {
  integer: fc
    .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.nat(100))
    .map(([from, more]) => [from, from + more]),
  number: fc
    .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.nat(100))
    .map(([from, more]) => [from / 4, from / 4 + more]),
  decimal: fc
    .tuple(fc.integer({ min: -90_000, max: 90_000 }), fc.integer({ min: 200, max: 900 }))
    .map(([from, more]) => [(from / 1000).toFixed(3), ((from + 1000 * more) / 1000).toFixed(3)]),
  date: fc.constantFrom<[string, string]>(
    ['1999-12-31', '2001-01-01'],
    ['2027-04-01', '2027-04-01'],
    ['2050-06-06', '2060-01-01'],
  ),
  datetime: fc.constantFrom<[string, string]>(
    ['1999-12-31T00:00:00.000Z', '2001-01-01T00:00:00.000Z'],
    ['2050-06-06T10:00:00.000Z', '2060-01-01T00:00:00.000Z'],
  ),
}
const shortest: Partial<Record<FieldType, number>> = { email: 3, url: 9, string: 1, text: 1 }

const aField = (id: number) =>
  fc
    .constantFrom(...fieldTypes)
    .chain((type) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(`field_${id}`),
        title: fc.constant(`Field ${id}`),
        type: fc.constant(type),
        required: fc.boolean(),
        unique: fc.constantFrom(undefined, has('unique', type) ? true : undefined),
        range: fc.option(bounds[type] ?? fc.constant(null), { nil: null }),
        lengths: fc.option(fc.tuple(fc.nat(80), fc.nat(80)), { nil: null }),
        scale: fc.constantFrom(undefined, ...(type === 'decimal' ? [0, 2, 4] : [])),
        values: fc.constant(type === 'enum' ? ['open', 'paid'] : undefined),
        entityId: fc.constant(type === 'ref' ? target : undefined),
      }),
    )
    .map(({ range, lengths, ...field }) => {
      const [from = 0, more = 0] = lengths ?? []
      const minLength = from + (shortest[field.type] ?? 0)
      return Field.parse({
        ...field,
        ...(range && { min: range[0], max: range[1] }),
        ...(lengths && has('maxLength', field.type) && { minLength, maxLength: minLength + more }),
      })
    })

const someFields = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, nth) => aField(nth + 1))))
const aTokenId = fc.string({
  unit: fc.constantFrom(...'0123456789ABCXYZabcxyz'),
  minLength: 12,
  maxLength: 12,
})

test('the record of a sample fits its entity, whatever its fields and their limits are', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(someFields, aTokenId, (fields, tokenId) => {
      const record = sampleRecord({ fields, check: null }, tokenId, () => 'a-record')
      for (const { name, type } of fields) if (Object.hasOwn(record, name)) met.add(type)
      expect(validateRecord({ fields, check: null, maxRecordBytes: 65_536 }, record)).toEqual({
        ok: true,
        data: expect.anything(),
      })
    }),
    { numRuns: 5_000 },
  )
  expect([...met].toSorted()).toEqual(fieldTypes.toSorted())
})

const field = (over: object) =>
  Field.parse({ id: 1, name: 'number', title: 'Number', type: 'string', required: true, ...over })

test('what must be there is there, and one field where nothing must', () => {
  const optional = field({ id: 2, name: 'note', required: false })
  const of = (...fields: Field[]) =>
    sampleRecord({ fields, check: null }, 'AbCdEf012345', () => undefined)
  expect(Object.keys(of(field({}), optional))).toEqual(['number'])
  expect(Object.keys(of(optional))).toEqual(['note'])
})

test('two tokens get different values where a value may be there only once', () => {
  for (const type of ['string', 'integer', 'decimal', 'number', 'date', 'uuid', 'email', 'url']) {
    const fields = [field({ type, unique: true })]
    const [one, other] = ['AbCdEf012345', 'AbCdEf012346'].map((id) =>
      sampleRecord({ fields, check: null }, id, () => undefined),
    )
    expect(one).not.toEqual(other)
  }
})

test('while stricter fields are being checked, the record fits those', () => {
  const check = {
    fields: [field({ minLength: 20 })],
    startedAt: 0,
    offenders: [],
    state: 'checking' as const,
  }
  const entity = { fields: [field({ required: false })], check }
  const record = sampleRecord(entity, 'AbCdEf012345', () => undefined)
  expect(validateRecord({ ...entity, maxRecordBytes: 65_536 }, record).ok).toBe(true)
})
