import type { FieldType, FieldValue } from '../contract/entity'

/** A value as it is kept, or what is wrong with it: of another kind, or written otherwise. */
export type CheckedValue =
  { value: FieldValue } | { code: 'type' | 'format' | 'invalid_characters'; detail: string }

const asText =
  (read: (text: string) => CheckedValue, detail = 'This field takes a JSON string.') =>
  (given: unknown): CheckedValue =>
    typeof given === 'string' ? read(given) : { code: 'type', detail }

/** One reader per type; each gives the one form in which that value is stored. */
export const readValue: Record<FieldType, (given: unknown) => CheckedValue> = {
  string: asText(readString),
  integer: (given) =>
    Number.isSafeInteger(given)
      ? { value: (given as number) + 0 }
      : {
          code: 'type',
          detail: 'This field takes a whole number from -9007199254740991 to 9007199254740991.',
        },
  decimal: asText(readDecimal, 'Send it as a JSON string, for example "12.50".'),
  boolean: (given) =>
    typeof given === 'boolean'
      ? { value: given }
      : { code: 'type', detail: 'This field takes true or false.' },
  date: asText(readDate),
  datetime: asText(readDateTime),
}

/** NUL and lone surrogates are altered or refused by databases, each in its own way. */
function readString(text: string): CheckedValue {
  return text.includes('\0') || !text.isWellFormed()
    ? { code: 'invalid_characters', detail: 'NUL characters and lone surrogates are not taken.' }
    : { value: text }
}

const longestDecimal = 64

/** `012.50` is kept as `12.5`, `-0` as `0`: equal amounts are equal texts. */
function readDecimal(text: string): CheckedValue {
  // Before any pattern: nobody is to pay for matching a megabyte of digits.
  if (text.length > longestDecimal) {
    return { code: 'format', detail: `This field takes at most ${longestDecimal} characters.` }
  }
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) {
    return {
      code: 'format',
      detail: 'This field takes a decimal number in a JSON string, like "12.5".',
    }
  }
  const whole = match[2]!.replace(/^0+(?=\d)/, '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const size = fraction === '' ? whole : `${whole}.${fraction}`
  return { value: size === '0' ? '0' : match[1]! + size }
}

function readDate(text: string): CheckedValue {
  return isRealDay(text)
    ? { value: text }
    : { code: 'format', detail: 'This field takes a day of the calendar, like "2027-03-31".' }
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
    : {
        code: 'format',
        detail: 'This field takes an RFC 3339 moment with its offset, like "2027-03-31T08:30:00Z".',
      }
}

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
