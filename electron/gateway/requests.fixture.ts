import fc from 'fast-check'
import { METHODS } from 'node:http'
import { fieldTypes, type Field, type FieldType } from '../contract/field'

/** A request as it is made up, from the definition of the entity that it is meant for. */
export type MadeUp = {
  method: string
  path: string
  query: string
  headers: string[]
  body: Buffer | null
}

type Draft = Omit<Field, 'id'>

const ascii = (maxLength: number) =>
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength,
  })

/** Values of each type in their own form, at its edges, and nearly. */
const values: Record<FieldType, fc.Arbitrary<unknown>> = {
  string: fc.string({ unit: 'binary', maxLength: 40 }),
  text: fc.oneof(fc.string(), fc.constantFrom('x'.repeat(70_000), '\0', '\ud800', '=1+1')),
  integer: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0, -0, 2 ** 53, 1.5, 1e308)),
  decimal: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constantFrom('0', '-0.00', '1e3', '9'.repeat(64), '9'.repeat(65), '.5', '1.'),
  ),
  number: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(5e-324)),
  boolean: fc.oneof(fc.boolean(), fc.constantFrom('true', 1)),
  date: fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    fc.constantFrom('2027-02-29', '0000-01-01', '9999-12-31'),
  ),
  datetime: fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('9999-12-31T23:59:59-01:00', '2027-01-01T00:00:00z', '2027-01-01'),
  ),
  uuid: fc.oneof(fc.uuid(), fc.string()),
  email: fc.oneof(fc.emailAddress(), fc.string()),
  url: fc.oneof(fc.webUrl(), fc.constantFrom('https://[', 'http://%', 'javascript:1')),
  enum: fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'),
  json: fc.jsonValue({ maxDepth: 10 }),
  bytes: fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
    fc.base64String(),
  ),
  ref: fc.constantFrom('one', 'two', 'nobody', '', '../one'),
}

/** Values that every field of this type takes here. */
const fitting: Record<FieldType, fc.Arbitrary<unknown>> = {
  ...values,
  string: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
  text: fc.lorem(),
  integer: fc.integer({ min: -10, max: 1_000 }),
  decimal: fc.integer({ min: -1_000, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: fc.boolean(),
  date: fc.constantFrom('2027-01-01', '2028-02-29'),
  datetime: fc.constantFrom('2027-01-01T00:00:00Z', '2027-01-01T00:00:00.5+01:00'),
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  url: fc.webUrl(),
  enum: fc.constantFrom('a', 'b', 'constructor'),
  json: fc.jsonValue({ maxDepth: 3 }),
  bytes: fc.constantFrom('', 'AAAA', 'AA=='),
}

const keyed = (type: FieldType) => !['text', 'json', 'bytes'].includes(type)

const aField = (index: number): fc.Arbitrary<Draft> =>
  fc
    .record({
      type: fc.constantFrom(...fieldTypes.filter((one) => one !== 'ref')),
      required: fc.boolean(),
      indexed: fc.boolean(),
      unique: fc.boolean(),
    })
    .map(({ type, required, indexed, unique }) => ({
      name: `f${index}`,
      title: `F${index}`,
      type,
      required: required && index % 3 === 0,
      indexed: indexed && keyed(type),
      unique: unique && keyed(type) && type !== 'boolean' && type !== 'enum',
      ...(type === 'enum' && { values: ['a', 'b', 'constructor'] }),
      ...(type === 'decimal' && index % 2 === 0 && { scale: 2, min: '-10', max: '1000' }),
      ...(type === 'integer' && index % 2 === 0 && { min: -10, max: 1_000 }),
      ...(type === 'string' && index % 2 === 0 && { minLength: 1, maxLength: 20 }),
    }))

/** Fields of an entity, of every type in the long run. */
export const someFields = fc.tuple(...[0, 1, 2, 3, 4, 5, 6].map(aField))

/** Requests to the records of an entity: often right, mostly not, and sometimes nothing at all. */
export function requestsTo(name: string, fields: Draft[]): fc.Arbitrary<MadeUp> {
  const aName = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fields.map((field) => field.name)) },
    fc.constantFrom('id', 'mark', '__proto__', 'constructor', 'F0', 'nothing', ''),
  )
  const aRecord = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record(
        Object.fromEntries(
          fields.map((field) => [
            field.name,
            fc.oneof({ weight: 6, arbitrary: values[field.type] }, fc.jsonValue({ maxDepth: 2 })),
          ]),
        ),
        { requiredKeys: fields.filter((field) => field.required).map((field) => field.name) },
      ),
    },
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.jsonValue(),
  )
  const aGoodRecord = fc.record(
    Object.fromEntries(fields.map((field) => [field.name, fitting[field.type]])),
    { requiredKeys: fields.filter((field) => field.required).map((field) => field.name) },
  )
  const aBatch = fc.record({
    records: fc.array(fc.oneof({ weight: 5, arbitrary: aGoodRecord }, aRecord), { maxLength: 4 }),
  })
  const aBody = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .oneof({ weight: 3, arbitrary: aGoodRecord }, aRecord, aBatch)
        .map((value) => Buffer.from(JSON.stringify(value))),
    },
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text.replace(':', ': :'))),
  )

  const aPath = fc.oneof(
    {
      weight: 10,
      arbitrary: fc.constantFrom(
        '/records',
        '/records',
        '/records:batch',
        '/records/one',
        '/records/two',
        '/records/three',
        '/records/nobody',
        `/records/${'x'.repeat(64)}`,
        `/records/${'x'.repeat(65)}`,
        '/records/:id',
        '/records/',
        '/records/one/more',
        '/records:other',
        '/..',
        '/records/%6fne',
        '',
      ),
    },
    ascii(30).map((text) => `/records/${text}`),
  )
  const aParameter = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -1, max: 1_100 }).map((limit) => `limit=${limit}`) },
    { weight: 3, arbitrary: aName.map((one) => `order=${one}`) },
    { weight: 2, arbitrary: aName.map((one) => `order=-${one}`) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(aName, fc.oneof(...Object.values(values)))
        .map(([one, value]) => `where.${one}=${encoded(String(value))}`),
    },
    ascii(60).map((text) => `cursor=${text}`),
    ascii(20),
  )
  const sometimes = (arbitrary: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, arbitrary)
  const tags = fc.constantFrom('"1"', '*', 'W/"1"', '"2", "1"', '"x"', '1', '"', '"1" "2"')

  const aRequest = fc.record({
    method: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE'),
      },
      // A tunnel has no path.
      fc.constantFrom(...METHODS.filter((one) => one !== 'CONNECT')),
    ),
    path: aPath.map((path) => `/v1/entities/${name}${path}`),
    query: fc.array(aParameter, { maxLength: 3 }).map((all) => all.join('&')),
    headers: fc
      .tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.constant('Content-Type: application/json') },
          fc.constantFrom('', 'Content-Type: application/merge-patch+json', 'Content-Type: a/b'),
        ),
        sometimes(tags.map((tag) => `If-Match: ${tag}`)),
        sometimes(tags.map((tag) => `If-None-Match: ${tag}`)),
        sometimes(fc.constantFrom('a', '"b"', '"c', '').map((key) => `Idempotency-Key: ${key}`)),
        sometimes(ascii(20).map((text) => `Accept: ${text}`)),
        sometimes(ascii(20).map((text) => `X-Any: ${text}`)),
      )
      .map((lines) => lines.filter((line) => line !== '')),
    body: fc.option(aBody, { freq: 4 }),
  })
  // A body with these is refused at once; most of them are to get further.
  const isReading = ({ method }: MadeUp) => method === 'GET' || method === 'HEAD'
  const isOdd = ({ body }: MadeUp) => (body?.length ?? 0) % 5 === 0
  return aRequest.map((made) => (isReading(made) && !isOdd(made) ? { ...made, body: null } : made))
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll("'", '%27')
