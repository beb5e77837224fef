import type { Field, FieldType } from '../contract/field'
import type { FieldValue } from '../contract/record'
import { compareDecimals, readDecimal } from './decimal-value'
import { sha256 } from './sha256'

type Lengths = { minLength?: number | undefined; maxLength?: number | undefined }
type Writers = Record<Exclude<FieldType, 'ref'>, (field: Field) => FieldValue>

/** Values that fit a field and its limits; those of unique fields differ from token to token. */
export function createSampleValue(tokenId: string) {
  const digest = Buffer.from(sha256(tokenId), 'base64')
  const number = digest.readUInt32BE(0) % 1_000_000
  const hex = digest.toString('hex')
  const date = ({ unique }: Field) => (unique ? dayOf(number % 9_000) : '2027-03-31')

  const writers: Writers = {
    string: (field) => sized(field, field.unique ? tokenId : 'Sample'),
    text: (field) => sized(field, 'Sample'),
    integer: (field) => wholeWithin(field, field.unique ? number : 1),
    number: (field) => within(field, field.unique ? number + 0.5 : 1.5),
    decimal: (field) => decimalWithin(field, field.unique ? `${number}` : '12.5'),
    boolean: () => true,
    date: (field) => momentWithin(field, date(field)),
    datetime: (field) => momentWithin(field, `${date(field)}T08:30:00.000Z`),
    uuid: () =>
      [hex.slice(0, 8), hex.slice(8, 12), `7${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
        .concat(hex.slice(20, 32))
        .join('-'),
    email: (field) => emailOf(field, field.unique ? tokenId : 'sample'),
    url: (field) => urlOf(field, field.unique ? tokenId : ''),
    enum: ({ values = [] }) => values[0] ?? '',
    json: () => ({}),
    bytes: ({ minLength = 0, maxLength = Infinity }) =>
      Buffer.alloc(Math.min(Math.max(3, minLength), maxLength)).toString('base64'),
  }
  return ({ type, ...field }: Field & { type: keyof Writers }): FieldValue =>
    writers[type]({ ...field, type })
}

/** The end of the word is kept where it is too long: that is where words differ. */
const sized = ({ minLength = 0, maxLength = Infinity }: Lengths, word: string) =>
  word.slice(-Math.max(1, Math.min(word.length, maxLength))).padStart(minLength, 'x')

function emailOf({ minLength = 0, maxLength = 254 }: Lengths, name: string): string {
  const host = maxLength < name.length + 12 ? '@x' : '@example.com'
  const room = { minLength: minLength - host.length, maxLength: maxLength - host.length }
  return sized(room, name) + host
}

function urlOf({ minLength = 0, maxLength = 2048 }: Lengths, path: string): string {
  const host = maxLength < path.length + 20 ? 'http://a' : 'https://example.com/'
  return (
    host + sized({ maxLength: maxLength - host.length }, path).padEnd(minLength - host.length, 'x')
  )
}

const within = ({ min, max }: Pick<Field, 'min' | 'max'>, wanted: number) =>
  Math.min(Math.max(wanted, Number(min ?? -Infinity)), Number(max ?? Infinity))

const wholeWithin = ({ min, max }: Field, wanted: number) =>
  within(
    {
      ...(min !== undefined && { min: Math.ceil(Number(min)) }),
      ...(max !== undefined && { max: Math.floor(Number(max)) }),
    },
    wanted,
  )

/** In the form in which it is kept, so that the answer shows what the sample said. */
function decimalWithin({ min, max, scale }: Field, wanted: string): FieldValue {
  const [low, high] = [min, max].map((bound) => (bound === undefined ? null : String(bound)))
  const fitting =
    low && compareDecimals(wanted, low) < 0
      ? rounded(low, scale, Math.ceil)
      : high && compareDecimals(wanted, high) > 0
        ? rounded(high, scale, Math.floor)
        : rounded(wanted, scale, Math.ceil)
  const kept = readDecimal(fitting, scale)
  return 'value' in kept ? kept.value : fitting
}

/** A bound, or what is wanted, may be finer than the field's own scale. */
function rounded(text: string, scale: number | undefined, round: (value: number) => number) {
  const digits = text.split('.')[1]?.length ?? 0
  if (scale === undefined || digits <= scale) return text
  return (round(Number(text) * 10 ** scale) / 10 ** scale).toFixed(scale)
}

/** Days and moments in the form in which they are kept are ordered as their texts are. */
function momentWithin({ min, max }: Field, wanted: string): string {
  if (min !== undefined && wanted < String(min)) return String(min)
  return max !== undefined && wanted > String(max) ? String(max) : wanted
}

const dayOf = (nth: number) =>
  new Date(Date.UTC(2000, 0, 1) + nth * 86_400_000).toISOString().slice(0, 10)
