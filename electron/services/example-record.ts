import type { Field, FieldType } from '../contract/field'
import type { FieldValue } from '../contract/record'
import { compareDecimals } from './decimal-value'
import { checkValue } from './record-validation'

/** Enough to see what a record looks like; what is optional beyond that is left out. */
const mostFields = 12

export const exampleId = '0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d1'

/** A record that its entity would take, as far as one can be made up. */
export function exampleRecord(fields: Field[]): Record<string, FieldValue> {
  const optional = fields.filter(({ required, deprecated }) => !required && !deprecated)
  const shown = new Set([
    ...fields.filter(({ required }) => required),
    ...optional.slice(0, mostFields),
  ])
  return Object.fromEntries(
    fields
      .filter((field) => shown.has(field))
      .map((field) => [field.name, exampleValue(field)] as const)
      .filter((pair): pair is [string, FieldValue] => pair[1] !== null),
  )
}

/** In the form in which it is kept; null where a field's limits leave nothing that comes to mind. */
export function exampleValue(field: Field): FieldValue | null {
  const checked = checkValue(field, field.default ?? examples[field.type](field))
  return 'value' in checked ? checked.value : null
}

const examples: Record<FieldType, (field: Field) => FieldValue> = {
  string: (field) => textOf(field, field.title),
  text: (field) => textOf(field, field.title),
  integer: (field) => numberOf(field, 1),
  number: (field) => numberOf(field, 1),
  decimal: decimalOf,
  boolean: () => true,
  date: (field) => momentOf(field, '2027-03-31'),
  datetime: (field) => momentOf(field, '2027-03-31T08:30:00.000Z'),
  uuid: () => exampleId,
  email: ({ minLength = 0, maxLength = Infinity }) =>
    (maxLength < 16 ? 'a@b' : 'name@example.com').padStart(minLength, 'a'),
  url: ({ minLength = 0, maxLength = Infinity }) =>
    (maxLength < 20 ? 'http://a' : 'https://example.com/').padEnd(minLength, 'a'),
  enum: ({ values = [] }) => values[0] ?? '',
  json: () => ({}),
  bytes: ({ minLength = 0, maxLength = Infinity }) =>
    Buffer.alloc(Math.max(minLength, Math.min(maxLength, 6)), 'Keys').toString('base64'),
  ref: () => exampleId,
}

const textOf = ({ minLength = 0, maxLength = Infinity }: Field, text: string) =>
  [...text].slice(0, maxLength).join('').padEnd(minLength, '.')

const numberOf = ({ min, max }: Field, usual: number) =>
  Math.min(Math.max(usual, Number(min ?? usual)), Number(max ?? Infinity))

/** ISO texts sort as the moments do. */
function momentOf({ min, max }: Field, usual: string) {
  const [least, most] = [String(min ?? ''), String(max ?? '~')]
  return usual < least ? least : usual > most ? most : usual
}

function decimalOf({ min, max, scale }: Field) {
  const [least, most] = [min, max].map((bound) => (bound === undefined ? null : String(bound)))
  const value = scale === 0 ? '12' : '12.5'
  if (least && compareDecimals(value, least) < 0) return least
  return most && compareDecimals(value, most) > 0 ? most : value
}
