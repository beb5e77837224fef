import type { Field } from '../contract/field'
import type { FieldValue } from '../contract/record'
import { compareDecimals } from './decimal-value'
import type { ValueFault } from './field-value'

/**
 * What of a field's own limits a well-formed value breaks; null when it fits. A value that has the form of its
 * type is a text wherever it is taken for one here.
 */
export function limitFault(field: Field, value: FieldValue): ValueFault | null {
  const { min, max, minLength, maxLength } = field
  if (min !== undefined && compare(field, value, min) < 0)
    return { code: 'too_small', detail: `This field takes ${min} or more.` }
  if (max !== undefined && compare(field, value, max) > 0)
    return { code: 'too_big', detail: `This field takes ${max} or less.` }
  if (minLength === undefined && maxLength === undefined) return null
  const length = lengthOf(field, value as string)
  const unit = field.type === 'bytes' ? 'bytes' : 'characters'
  if (minLength !== undefined && length < minLength)
    return { code: 'too_short', detail: `This field takes at least ${minLength} ${unit}.` }
  if (maxLength !== undefined && length > maxLength)
    return { code: 'too_long', detail: `This field takes at most ${maxLength} ${unit}.` }
  return null
}

/** Below 0, 0 or above, like a subtraction; for two bounds of a field as well. */
export function compare(
  { type }: Pick<Field, 'type'>,
  value: FieldValue,
  bound: number | string,
): number {
  if (type === 'decimal') return compareDecimals(value as string, String(bound))
  if (type === 'integer' || type === 'number') return Number(value) - Number(bound)
  // A bound may be written with an offset, or without its milliseconds.
  if (type === 'datetime') return Date.parse(value as string) - Date.parse(String(bound))
  const [one, other] = [value as string, String(bound)]
  return one < other ? -1 : one > other ? 1 : 0
}

const lengthOf = ({ type }: Field, value: string): number =>
  type === 'bytes' ? Buffer.from(value, 'base64').length : [...value].length
