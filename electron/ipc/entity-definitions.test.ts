import { beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../contract/failure'
import { openHouse, type House } from '../services/house.fixture'
import { createAnswer, type Answer } from './answer'
import { createHandlers } from './handlers'

/** What may be wrong with the definition of an entity, asked for as a window asks. */
let house: House
let answer: Answer
const logged: unknown[] = []
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  logged.length = 0
  answer = createAnswer({
    handlers: createHandlers({ ...house, gateway: house.gatewayService }),
    session: house.session,
    log: (_, error) => logged.push(error),
  })
})

type Draft = Record<string, unknown>

const field = (over: Draft = {}): Draft => ({
  name: 'number',
  title: 'Number',
  type: 'string',
  required: true,
  ...over,
})
const many = (count: number, over: Draft) =>
  Array.from({ length: count }, (_, index) => field({ name: `f${index}`, ...over }))
const orders = (over: Draft = {}): Draft => ({
  name: 'orders',
  title: 'Orders',
  fields: [field()],
  ...over,
})

/** Everything in which a definition could leave half of itself. */
const kept = () =>
  ['entity', 'activity', 'gw.entity_version', 'gw.record', 'gw.record_index'].map((table) =>
    house.rows(`select * from ${table}`),
  )

async function expectRefused(
  call: string,
  input: Draft,
  code: string,
  where?: string,
  problem?: string,
) {
  const before = kept()
  const result = await answer(call, input)
  expect(result.ok ? 'taken' : result.failure, JSON.stringify(input)).toMatchObject({
    code,
    ...(where !== undefined && { field: where }),
    ...(problem !== undefined && { detail: { problem } }),
  })
  expect(kept()).toEqual(before)
  expect(logged).toEqual([])
}

const expectInvalid = (input: Draft, where: string, problem: string) =>
  expectRefused('entities.create', input, 'invalid_input', where, problem)

describe('an entity is not made', () => {
  const names = [
    ['id', 'reserved_name'],
    ['version', 'reserved_name'],
    ['created_at', 'reserved_name'],
    ['updated_by', 'reserved_name'],
    ['data', 'reserved_name'],
    ['constructor', 'reserved_name'],
    ['prototype', 'reserved_name'],
    ['__proto__', 'api_name_characters'],
    ['Orders', 'api_name_characters'],
    ['1st', 'api_name_characters'],
    ['or-ders', 'api_name_characters'],
    ['or/ders', 'api_name_characters'],
    ['or ders', 'api_name_characters'],
    ['ordеrs', 'api_name_characters'],
    ['orders\0', 'api_name_characters'],
    ['a'.repeat(64), 'too_long'],
    ['', 'empty'],
    ['  ', 'empty'],
  ] as const
  it('under a name that is reserved or no name, nor with such a field', async () => {
    for (const [name, problem] of names) {
      await expectInvalid(orders({ name }), 'name', problem)
      await expectInvalid(orders({ fields: [field({ name })] }), 'fields.0.name', problem)
    }
  })

  const titles = [
    ['\u200b', 'invisible_characters'],
    ['Or\u200bders', 'invisible_characters'],
    ['Or\u202eders', 'invisible_characters'],
    ['Or\u2066ders', 'invisible_characters'],
    ['Or\nders', 'invisible_characters'],
    ['Or\0ders', 'invisible_characters'],
    ['Or\u00adders', 'invisible_characters'],
    ['Or\u3164ders', 'invisible_characters'],
    ['Or\ud800ders', 'invisible_characters'],
    ['x'.repeat(121), 'too_long'],
    [' ', 'empty'],
  ] as const
  it('under a title that is empty, long or partly invisible, nor with such a field', async () => {
    for (const [title, problem] of titles) {
      await expectInvalid(orders({ title }), 'title', problem)
      await expectInvalid(orders({ fields: [field({ title })] }), 'fields.0.title', problem)
    }
  })

  it('with none, too many or repeated fields', async () => {
    await expectInvalid(orders({ fields: [] }), 'fields', 'empty')
    await expectInvalid(orders({ fields: many(300, {}) }), 'fields', 'too_many')
    await expectInvalid(
      orders({ fields: many(17, { indexed: true }) }),
      'fields',
      'too_many_indexed',
    )
    await expectInvalid(orders({ fields: many(9, { unique: true }) }), 'fields', 'too_many_unique')
    await expectInvalid(
      orders({ fields: [field(), field({ type: 'date' })] }),
      'fields',
      'repeated',
    )
  })

  const wrong: [what: string, over: Draft, where: string, problem: string][] = [
    ['a type that there is not', { type: 'money' }, 'type', 'invalid_value'],
    ['a type of the prototype', { type: 'constructor' }, 'type', 'invalid_value'],
    ['no values of an enum', { type: 'enum', values: [] }, 'values', 'empty'],
    ['an enum without values', { type: 'enum' }, 'values', 'empty'],
    ['a value twice', { type: 'enum', values: ['a', 'b', 'a'] }, 'values', 'repeated'],
    ['a value twice but for a space', { type: 'enum', values: ['a', 'a '] }, 'values', 'repeated'],
    [
      '201 values',
      { type: 'enum', values: Array.from({ length: 201 }, (_, index) => `v${index}`) },
      'values',
      'too_many',
    ],
    ['an empty value', { type: 'enum', values: [''] }, 'values.0', 'empty'],
    [
      'an invisible value',
      { type: 'enum', values: ['\u200b'] },
      'values.0',
      'invisible_characters',
    ],
    ['values of no enum', { values: ['a'] }, 'values', 'not_for_this_type'],
    ['a scale of 13', { type: 'decimal', scale: 13 }, 'scale', 'scale_range'],
    ['a negative scale', { type: 'decimal', scale: -1 }, 'scale', 'scale_range'],
    ['a scale of an integer', { type: 'integer', scale: 2 }, 'scale', 'not_for_this_type'],
    ['a unique boolean', { type: 'boolean', unique: true }, 'unique', 'not_for_this_type'],
    ['an indexed json', { type: 'json', indexed: true }, 'indexed', 'not_for_this_type'],
    ['a ref to nothing', { type: 'ref' }, 'entityId', 'empty'],
    ['lengths of a number', { type: 'number', maxLength: 3 }, 'maxLength', 'not_for_this_type'],
    ['a length below the least', { minLength: 3, maxLength: 2 }, 'maxLength', 'max_below_min'],
    ['a length of 65537', { maxLength: 65_537 }, 'maxLength', 'length_range'],
    ['a bound of a text', { min: 'a' }, 'min', 'not_for_this_type'],
    ['most below least', { type: 'integer', min: 2, max: 1 }, 'max', 'max_below_min'],
    ['most below least', { type: 'decimal', min: '10', max: '9.99' }, 'max', 'max_below_min'],
    ['most below least', { type: 'number', min: 0.2, max: -1 }, 'max', 'max_below_min'],
    [
      'most below least',
      { type: 'date', min: '2027-02-01', max: '2027-01-31' },
      'max',
      'max_below_min',
    ],
    [
      'most below least',
      { type: 'datetime', min: '2027-01-01T00:00:00Z', max: '2027-01-01T00:30:00+01:00' },
      'max',
      'max_below_min',
    ],
    ['a bound that is no integer', { type: 'integer', min: 1.5 }, 'min', 'not_for_this_type'],
    ['a bound that is no number', { type: 'number', max: 'ten' }, 'max', 'not_for_this_type'],
    ['a bound that is no decimal', { type: 'decimal', min: 'ten' }, 'min', 'not_for_this_type'],
    ['a bound beyond decimals', { type: 'decimal', max: 1e21 }, 'max', 'not_for_this_type'],
    [
      'a bound beyond the scale',
      { type: 'decimal', scale: 2, min: '0.001' },
      'min',
      'not_for_this_type',
    ],
    ['a bound that is no day', { type: 'date', max: '2027-02-30' }, 'max', 'not_for_this_type'],
  ]
  it('with a field whose attributes do not fit it or each other', async () => {
    for (const [what, over, where, problem] of wrong) {
      const other = field({ name: 'other', title: what, ...over })
      await expectInvalid(orders({ fields: [field(), other] }), `fields.1.${where}`, problem)
    }
  })

  const defaults = [
    { type: 'integer', default: 'many' },
    { type: 'integer', default: 1.5 },
    { type: 'integer', default: 3, max: 2 },
    { type: 'string', default: 'abc', maxLength: 2 },
    { type: 'string', default: 'a\0' },
    { type: 'enum', values: ['a'], default: 'b' },
    { type: 'enum', values: ['a'], default: 'constructor' },
    { type: 'decimal', scale: 2, default: '1.001' },
    { type: 'date', default: '2027-02-30' },
    { type: 'boolean', default: 'true' },
    { type: 'uuid', default: 'x' },
  ]
  it('with a default that its field would refuse', async () => {
    for (const over of defaults) {
      const input = orders({ fields: [field(over)] })
      const where = 'fields.0.default'
      await expectRefused('entities.create', input, 'field_default_unfit', where)
    }
  })

  it('with a ref to an entity that does not exist', () =>
    expectRefused(
      'entities.create',
      orders({ fields: [field({ type: 'ref', entityId: 99 })] }),
      'not_found',
      'fields.0',
    ))

  it('under a name that is taken', async () => {
    await house.createEntity('orders')
    await expectRefused('entities.create', orders(), 'entity_name_taken', 'name')
    await expectRefused(
      'entities.create',
      orders({ name: ' orders ' }),
      'entity_name_taken',
      'name',
    )
  })

  it('out of what is no definition at all', async () => {
    for (const input of [null, [], 'orders', 7, { ...orders(), fields: {} }, { fields: [null] }])
      await expectRefused('entities.create', input as Draft, 'invalid_input')
    const poisoned = JSON.parse('{"__proto__":{"name":"orders"},"title":"Orders","fields":[]}')
    await expectRefused('entities.create', poisoned, 'invalid_input')
  })
})

it('a field that brings a number along gets one of its own', async () => {
  const fields = [field({ id: 7 }), field({ name: 'other', id: 7 })]
  const made = (await answer('entities.create', orders({ fields }))) as Result<{
    fields: { id: number }[]
  }>
  expect(made.ok && made.value.fields.map(({ id }) => id)).toEqual([1, 2])
})

describe('an entity is not changed', () => {
  it.each<[string, Draft, string, string]>([
    ['another type', { type: 'decimal' }, 'field_type_fixed', 'fields.1.type'],
    ['another name', { name: 'count' }, 'field_name_fixed', 'fields.1.name'],
    ['a number that no field has', { id: 99 }, 'field_in_use', 'fields'],
    ['the number of another field', { id: 1 }, 'field_in_use', 'fields'],
    ['a reserved name', { id: undefined, name: 'constructor' }, 'invalid_input', 'fields.1.name'],
    ['the name of another', { name: 'number' }, 'invalid_input', 'fields'],
    ['a default that does not fit', { default: 1.5 }, 'field_default_unfit', 'fields.1.default'],
    ['most below least', { min: 2, max: 1 }, 'invalid_input', 'fields.1.max'],
    ['a bound that does not fit', { min: 'two' }, 'invalid_input', 'fields.1.min'],
    ['an invisible title', { title: '\u200b' }, 'invalid_input', 'fields.1.title'],
  ])('by %s', async (_what, over, code, where) => {
    const entity = await house.createEntity('orders', {
      name: 'pieces',
      title: 'Pieces',
      type: 'integer',
      required: false,
    })
    await house.records.create({ entityId: entity.id, data: { number: 'A', pieces: 1 } })
    const { id, version, title } = entity
    const fields = [entity.fields[0], { ...entity.fields[1], ...over }]
    await expectRefused('entities.change', { id, version, title, fields }, code, where)
  })

  it('where somebody else changed it, or it is not there', async () => {
    const { id, title, fields } = await house.createEntity('orders')
    const change = { id, title, fields }
    await expectRefused('entities.change', { ...change, version: 2 }, 'changed_meanwhile')
    await expectRefused('entities.change', { ...change, id: 99, version: 1 }, 'not_found')
  })
})
