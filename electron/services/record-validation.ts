import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import type { FieldValue, RecordError, StoredRecord } from '../contract/record'
import { limitFault } from './field-limits'
import { readValue, type CheckedValue } from './field-value'

export type RecordData = StoredRecord['data']

export type ValidRecord = { ok: true; data: RecordData } | { ok: false; errors: RecordError[] }

/** What records are held to: the fields there are, and those that are only being made stricter. */
export type Definition = Pick<Entity, 'fields' | 'check' | 'maxRecordBytes'>

/** More than a caller can read; a body of nothing but unknown fields must not be echoed whole. */
const mostErrors = 100

/**
 * A whole record against its entity's definition: every error at once. An optional field that is
 * null is one that is not there. The result has no prototype, so no name in it can reach one.
 */
export function validateRecord(definition: Definition, body: unknown): ValidRecord {
  const { fields, check, maxRecordBytes } = definition
  const checked = against(fields, body, maxRecordBytes)
  if (!checked.ok || check?.state !== 'checking') return checked
  return against(check.fields, checked.data, maxRecordBytes)
}

function against(fields: Field[], body: unknown, largestBytes: number): ValidRecord {
  if (!isObject(body)) return notAnObject
  const known = new Set(fields.map((field) => field.name))
  const errors = Object.keys(body)
    .filter((name) => !known.has(name))
    .slice(0, mostErrors)
    .map((name) => refuse(name, 'unknown_field', 'This entity has no such field.'))
  const data: Record<string, FieldValue> = Object.create(null)

  for (const field of fields) {
    const { name, required } = field
    const isGiven = Object.hasOwn(body, name)
    const given = isGiven ? body[name] : (field.default ?? null)
    // An empty text says as little as none; where a value is required, neither will do.
    if (given === null || (required && isText(field) && given === '')) {
      if (required) errors.push(refuse(name, 'required', 'This field must have a value.'))
      continue
    }
    const checked = checkValue(field, given)
    if ('value' in checked) data[name] = checked.value
    else errors.push(refuse(name, checked.code, checked.detail))
  }

  if (errors.length > 0) return { ok: false, errors: errors.slice(0, mostErrors) }
  return Buffer.byteLength(JSON.stringify(data)) > largestBytes
    ? tooLarge(largestBytes)
    : { ok: true, data }
}

/** One value in the form in which it is kept, held to its field's limits. */
export function checkValue(field: Field, given: unknown): CheckedValue {
  const checked = readValue[field.type](given, field)
  return 'value' in checked ? (limitFault(field, checked.value) ?? checked) : checked
}

const isText = ({ type }: Field) => type === 'string' || type === 'text'

/** A JSON Merge Patch (RFC 7396) laid over what is there; the outcome is checked as a whole. */
export function validatePatch(
  definition: Definition,
  current: RecordData,
  patch: unknown,
): ValidRecord {
  if (!isObject(patch)) return notAnObject
  const merged = merge(current, patch)
  // A field that the entity no longer has may stay in old data; only the patch is to blame for its own.
  const known = new Set(definition.fields.map((field) => field.name))
  for (const name of Object.keys(current)) {
    if (!known.has(name) && !Object.hasOwn(patch, name)) delete merged[name]
  }
  return validateRecord(definition, merged)
}

/**
 * Objects inside a field of JSON are merged too, and a null in them takes its member away. A null
 * for a field itself stays: whether the field may go is said by its definition.
 */
function merge(current: RecordData, patch: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = Object.assign(Object.create(null), current)
  for (const [name, value] of Object.entries(patch)) merged[name] = mergeValue(merged[name], value)
  return merged
}

function mergeValue(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = Object.create(null)
  if (isObject(target)) Object.assign(merged, target)
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else merged[name] = mergeValue(merged[name], value)
  }
  return merged
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refuse = (name: string, code: RecordError['code'], detail: string): RecordError => ({
  pointer: pointerTo(name),
  code,
  detail,
})

const longestPointerName = 200

export function pointerTo(name: string): string {
  const bounded = name.slice(0, longestPointerName).toWellFormed()
  return `#/${encodeURIComponent(bounded.replaceAll('~', '~0').replaceAll('/', '~1'))}`
}

const notAnObject: ValidRecord = {
  ok: false,
  errors: [{ pointer: '#', code: 'not_an_object', detail: 'A record is a JSON object.' }],
}

const tooLarge = (largestBytes: number): ValidRecord => ({
  ok: false,
  errors: [
    { pointer: '#', code: 'too_large', detail: `A record holds at most ${largestBytes} bytes.` },
  ],
})
