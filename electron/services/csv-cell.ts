import type { Field } from '../contract/field'
import type { FieldValue } from '../contract/record'
import { transferLimits } from '../contract/transfer'
import { format, type ValueFault } from './field-value'
import { parseStrictJson } from './strict-json'

/**
 * A spreadsheet takes what begins so for a formula, the full-width forms included. An apostrophe in
 * front makes it text; what has one already gets one more, so that reading takes back exactly what
 * writing added. An apostrophe alone is the empty text, for an empty cell is no value at all.
 */
const harmful = /^'*(?:[=+\-@\t\r\0＝＋－＠]|$)/u
const harmless = /^'+(?:[=+\-@\t\r\0＝＋－＠]|$)/u

/** Negative numbers are no formulas, and a spreadsheet is to add them up. */
const numeric = ['integer', 'number', 'decimal']

export function cellOf({ type }: Pick<Field, 'type'>, value: FieldValue | undefined): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' && type !== 'json' ? value : JSON.stringify(value)
  return numeric.includes(type) ? text : madeHarmless(text)
}

export const madeHarmless = (text: string): string => (harmful.test(text) ? `'${text}` : text)

export const asWritten = (cell: string): string => (harmless.test(cell) ? cell.slice(1) : cell)

/** What a cell says, still to be held to its field; `undefined` is no value. */
export type CellValue = { value: unknown } | ValueFault | undefined

export function valueOf({ type }: Pick<Field, 'type'>, cell: string): CellValue {
  if (cell === '') return undefined
  if (cell.length > transferLimits.cellBytes || Buffer.byteLength(cell) > transferLimits.cellBytes)
    return {
      code: 'too_large',
      detail: `One value takes at most ${transferLimits.cellBytes} bytes.`,
    }
  const text = asWritten(cell)
  return readers[type]?.(text) ?? { value: text }
}

const whole = /^-?(?:0|[1-9]\d{0,15})$/
const point = /^-?\d+(?:\.\d+)?$/
const real = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i

const readers: Partial<Record<Field['type'], (text: string) => CellValue>> = {
  integer: (text) =>
    whole.test(text)
      ? { value: Number(text) }
      : format(
          'This field takes a whole number in digits alone, like 42: no spaces, separators, exponents or leading zeros.',
        ),
  number: (text) =>
    text.length <= 64 && real.test(text)
      ? { value: Number(text) }
      : format('This field takes a number with a point, like 1.5, without spaces or separators.'),
  decimal: (text) =>
    point.test(text)
      ? { value: text }
      : format(
          'This field takes a decimal with a point and nothing between the thousands: 1000.5, not 1.000,5.',
        ),
  boolean: (text) =>
    text === 'true' || text === 'false'
      ? { value: text === 'true' }
      : format('This field takes true or false.'),
  json: (text) => parseStrictJson(text) ?? format('This field takes JSON, like {"a": [1, 2]}.'),
}
