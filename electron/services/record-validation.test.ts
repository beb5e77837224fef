import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field, FieldType } from '../contract/field'
import { validatePatch as patchBy, validateRecord as recordBy } from './record-validation'

let fieldIds = 0
const field = (name: string, type: FieldType, required = false): Field => ({
  id: (fieldIds += 1),
  name,
  title: name,
  type,
  required,
})
const fields = [
  field('number', 'string', true),
  field('note', 'string'),
  field('pieces', 'integer'),
  field('total', 'decimal'),
  field('paid', 'boolean'),
  field('due', 'date'),
  field('sent', 'datetime'),
]
const definition = (of: Field[]) => ({ fields: of, check: null, maxRecordBytes: 65_536 })
const validateRecord = (of: Field[], body: unknown) => recordBy(definition(of), body)
const validatePatch = (of: Field[], ...given: [Parameters<typeof patchBy>[1], unknown]) =>
  patchBy(definition(of), ...given)
const checked = (name: string, value: unknown) => {
  const valid = validateRecord(fields, { number: 'A', [name]: value })
  return valid.ok ? valid.data[name] : valid.errors.map((one) => `${one.pointer} ${one.code}`)
}

it.each<[string, unknown, unknown]>([
  ['number', 'Příliš žluťoučký 🐎', 'Příliš žluťoučký 🐎'],
  ['note', '', ''],
  ['pieces', 0, 0],
  ['pieces', -0, 0],
  ['pieces', 9007199254740991, 9007199254740991],
  ['pieces', -9007199254740991, -9007199254740991],
  ['total', '12.50', '12.5'],
  ['total', '-0.00', '0'],
  ['total', '007', '7'],
  ['total', '-12', '-12'],
  ['paid', false, false],
  ['due', '2028-02-29', '2028-02-29'],
  ['sent', '2027-03-31T08:30:00+02:00', '2027-03-31T06:30:00.000Z'],
  ['sent', '2027-03-31t08:30:00.1234567z', '2027-03-31T08:30:00.123Z'],
])('a record keeps %s %j as %j', (name, given, kept) => {
  expect(checked(name, given)).toBe(kept)
  expect(Object.is(checked(name, given), -0)).toBe(false)
})

it.each<[string, unknown, string]>([
  ['number', '', 'required'],
  ['number', 7, 'type'],
  ['number', ['A'], 'type'],
  ['number', { a: 1 }, 'type'],
  ['number', 'a\0b', 'invalid_characters'],
  ['number', 'a\ud800', 'invalid_characters'],
  ['pieces', '7', 'type'],
  ['pieces', 1.5, 'type'],
  ['pieces', 9007199254740992, 'type'],
  ['pieces', Infinity, 'type'],
  ['total', 12.5, 'type'],
  ['total', '1e3', 'format'],
  ['total', '+1', 'format'],
  ['total', '1.', 'format'],
  ['total', ' 1', 'format'],
  ['total', '१', 'format'],
  ['total', '9'.repeat(65), 'format'],
  ['paid', 'true', 'type'],
  ['paid', 1, 'type'],
  ['due', '2027-02-29', 'format'],
  ['due', '2027-13-01', 'format'],
  ['due', '2027-3-1', 'format'],
  ['due', '2027-03-31T00:00:00Z', 'format'],
  ['sent', '2027-03-31', 'format'],
  ['sent', '2027-03-31T08:30:00', 'format'],
  ['sent', '2027-02-30T08:30:00Z', 'format'],
  ['sent', '2027-03-31T24:00:00Z', 'format'],
  ['sent', '2027-03-31T08:30:60Z', 'format'],
  ['sent', '9999-12-31T23:59:59-01:00', 'format'],
  ['sent', '2027-03-31 08:30:00Z', 'format'],
])('a record with %s %j is refused', (name, given, code) => {
  expect(checked(name, given)).toEqual([`#/${name} ${code}`])
})

it('a decimal that is too long is refused before any pattern is tried on it', () => {
  const valid = validateRecord(fields, { number: 'A', total: `${'0'.repeat(1_048_576)}x` })
  expect(valid).toMatchObject({
    errors: [{ pointer: '#/total', detail: 'This field takes at most 64 characters.' }],
  })
})

it.each(['2027-01-01T00:00:00Z', '2027-01-01T01:00:00+01:00', '2027-01-01T00:00:00.000Z'])(
  'a bound on a moment means the moment, however it is written: %s',
  (min) => {
    const from = [{ ...field('sent', 'datetime'), min }]
    const [at, before] = ['2027-01-01T00:00:00Z', '2026-12-31T23:59:59.999Z']
    expect(validateRecord(from, { sent: at })).toMatchObject({ ok: true })
    expect(validateRecord(from, { sent: before })).toMatchObject({
      errors: [{ code: 'too_small' }],
    })
  },
)

it('a decimal sent as a number is answered with how to send it', () => {
  expect(validateRecord(fields, { number: 'A', total: 12.5 })).toMatchObject({
    errors: [{ code: 'type', detail: 'Send it as a JSON string, for example "12.50".' }],
  })
})

describe('a whole record', () => {
  it('is told every error at once, each with a pointer', () => {
    const valid = validateRecord(fields, { pieces: 'x', paid: 'y', 'a/b~c "d"': 1 })
    expect(valid).toMatchObject({
      ok: false,
      errors: [
        { pointer: '#/a~1b~0c%20%22d%22', code: 'unknown_field' },
        { pointer: '#/number', code: 'required' },
        { pointer: '#/pieces', code: 'type' },
        { pointer: '#/paid', code: 'type' },
      ],
    })
  })

  it.each([null, undefined, [], 'text', 7, true])('is an object, so %j is refused', (body) => {
    expect(validateRecord(fields, body)).toMatchObject({
      errors: [{ pointer: '#', code: 'not_an_object' }],
    })
  })

  it('leaves out what is null, and refuses null where a value is required', () => {
    expect(validateRecord(fields, { number: 'A', pieces: null })).toEqual({
      ok: true,
      data: { number: 'A' },
    })
    expect(validateRecord(fields, { number: null })).toMatchObject({
      errors: [{ pointer: '#/number', code: 'required' }],
    })
  })

  it('cannot reach a prototype: __proto__ is an unknown field, and the copy has none', () => {
    const poisoned = JSON.parse('{"number":"A","__proto__":{"admin":true}}')
    expect(validateRecord(fields, poisoned)).toMatchObject({
      errors: [{ pointer: '#/__proto__', code: 'unknown_field' }],
    })
    const valid = validateRecord(fields, { number: 'A' })
    expect(valid.ok && Object.getPrototypeOf(valid.data)).toBe(null)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('does not take a required value from the prototype', () => {
    const inherited = validateRecord([field('tostring', 'string', true)], {})
    const constructorField = validateRecord([field('constructor', 'string', true)], {})
    expect(inherited.ok).toBe(false)
    expect(constructorField).toMatchObject({ errors: [{ code: 'required' }] })
  })

  it('holds at most 64 KiB as it is stored', () => {
    const overhead = JSON.stringify({ number: '' }).length
    const longest = 'x'.repeat(65_536 - overhead)
    expect(validateRecord(fields, { number: longest }).ok).toBe(true)
    expect(validateRecord(fields, { number: `${longest}x` })).toMatchObject({
      errors: [{ pointer: '#', code: 'too_large' }],
    })
  })

  it('names at most 100 errors, with bounded pointers, whatever is sent', () => {
    const body = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`${index}\ud800${'é'.repeat(1_000)}`, 1]),
    )
    const valid = validateRecord(fields, body)
    expect(valid.ok === false && valid.errors.length).toBe(100)
    expect(JSON.stringify(valid).length).toBeLessThan(200_000)
  })

  it('never throws, and what it accepts it accepts again unchanged', () => {
    const anything = fc.record(
      Object.fromEntries(fields.map(({ name }) => [name, fc.anything({ maxDepth: 1 })])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anything, (body) => {
        const first = validateRecord(fields, body)
        if (first.ok) expect(validateRecord(fields, first.data)).toEqual(first)
      }),
    )
  })
})

describe('a merge patch', () => {
  const current = { number: 'A', pieces: 3, total: '1.5' }

  it('changes what it names, removes what is null, and keeps the rest', () => {
    expect(validatePatch(fields, current, { pieces: null, total: '2.50' })).toEqual({
      ok: true,
      data: { number: 'A', total: '2.5' },
    })
  })

  it('cannot empty a required field', () => {
    expect(validatePatch(fields, current, { number: '' })).toMatchObject({
      errors: [{ pointer: '#/number', code: 'required', detail: 'This field must have a value.' }],
    })
  })

  it('cannot remove a required field or add an unknown one', () => {
    expect(validatePatch(fields, current, { number: null, other: 1 })).toMatchObject({
      errors: [
        { pointer: '#/other', code: 'unknown_field' },
        { pointer: '#/number', code: 'required' },
      ],
    })
    expect(validatePatch(fields, current, JSON.parse('{"__proto__":{"a":1}}'))).toMatchObject({
      errors: [{ pointer: '#/__proto__', code: 'unknown_field' }],
    })
  })

  it.each([null, [], 'x'])('is an object, so %j is refused', (patch) => {
    expect(validatePatch(fields, current, patch).ok).toBe(false)
  })
})
