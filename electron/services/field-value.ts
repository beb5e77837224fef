import type { Field, FieldType } from '../contract/field'
import type { FieldValue, RecordError } from '../contract/record'
import { readDecimal } from './decimal-value'

export type ValueFault = Pick<RecordError, 'code' | 'detail'>

/** A value as it is kept, or what is wrong with it. */
export type CheckedValue = { value: FieldValue } | ValueFault

export const format = (detail: string): ValueFault => ({ code: 'format', detail })

const asText =
  (
    read: (text: string, field: Field) => CheckedValue,
    detail = 'This field takes a JSON string.',
  ) =>
  (given: unknown, field: Field): CheckedValue =>
    typeof given === 'string' ? read(given, field) : { code: 'type', detail }

/** For those who describe the fields, too. */
export const emailGrammar = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/u
export const refGrammar = /^[A-Za-z0-9._~-]{1,64}$/
export const longest = { email: 254, url: 2048 }

/** One reader per type; each gives the one form in which that value is stored. */
export const readValue: Record<FieldType, (given: unknown, field: Field) => CheckedValue> = {
  string: asText(readString),
  text: asText(readString),
  integer: (given) =>
    Number.isSafeInteger(given)
      ? { value: (given as number) + 0 }
      : {
          code: 'type',
          detail: 'This field takes a whole number from -9007199254740991 to 9007199254740991.',
        },
  number: (given) =>
    Number.isFinite(given)
      ? { value: (given as number) + 0 }
      : { code: 'type', detail: 'This field takes a number.' },
  decimal: asText(
    (text, { scale }) => readDecimal(text, scale),
    'Send it as a JSON string, for example "12.50".',
  ),
  boolean: (given) =>
    typeof given === 'boolean'
      ? { value: given }
      : { code: 'type', detail: 'This field takes true or false.' },
  date: asText(readDate),
  datetime: asText(readDateTime),
  uuid: asText(
    matching(
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
      36,
      'This field takes a UUID, like "0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d1".',
      (text) => text.toLowerCase(),
    ),
  ),
  email: asText(matching(emailGrammar, longest.email, 'This field takes an e-mail address.')),
  url: asText(readUrl),
  enum: asText((text, { values = [] }) =>
    values.includes(text)
      ? { value: text }
      : { code: 'not_one_of', detail: `This field takes one of: ${values.join(', ')}.` },
  ),
  json: readJson,
  bytes: asText((text) =>
    /^[A-Za-z0-9+/]*={0,2}$/.test(text) && Buffer.from(text, 'base64').toString('base64') === text
      ? { value: text }
      : format('This field takes bytes in base64, padded.'),
  ),
  ref: asText(matching(refGrammar, 64, 'This field takes the id of a record.')),
}

function matching(grammar: RegExp, most: number, detail: string, spelled = (text: string) => text) {
  // Length first: nobody is to pay for matching a megabyte.
  return (text: string): CheckedValue =>
    text.length <= most && grammar.test(text) ? { value: spelled(text) } : format(detail)
}

/** NUL and lone surrogates are altered or refused by databases, each in its own way. */
function readString(text: string): CheckedValue {
  return text.includes('\0') || !text.isWellFormed()
    ? { code: 'invalid_characters', detail: 'NUL characters and lone surrogates are not taken.' }
    : { value: text }
}

function readUrl(text: string): CheckedValue {
  const url = text.length <= longest.url && /^https?:\/\/[!-~]+$/i.test(text) && URL.canParse(text)
  return url
    ? { value: text }
    : format('This field takes an address that begins with https:// or http://.')
}

function readDate(text: string): CheckedValue {
  return isRealDay(text)
    ? { value: text }
    : format('This field takes a day of the calendar, like "2027-03-31".')
}

const dateTime =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

function readDateTime(text: string): CheckedValue {
  const match = dateTime.exec(text)
  const moment = match && isRealDay(match[1]!) ? new Date(text.toUpperCase()) : null
  const iso = moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : ''
  // Beyond the years 0000 to 9999 the ISO form grows a sign and no longer sorts as text.
  return iso.length === 24
    ? { value: iso }
    : format('This field takes an RFC 3339 moment with its offset, like "2027-03-31T08:30:00Z".')
}

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

export const deepestJson = 8

function readJson(given: unknown): CheckedValue {
  let isPlain = true
  const isTooDeep = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string' && 'code' in readString(value)) isPlain = false
    if (typeof value !== 'object' || value === null) return false
    if (depth === deepestJson) return true
    if (Object.keys(value).some((key) => 'code' in readString(key))) isPlain = false
    return Object.values(value).some((part) => isTooDeep(part, depth + 1))
  }
  if (isTooDeep(given, 0))
    return { code: 'too_deep', detail: `This field takes JSON at most ${deepestJson} levels deep.` }
  return isPlain ? { value: given as FieldValue } : readString('\0')
}
