import type { Field, FieldValue, StoredRecord } from '../contract/entity'
import { readValue } from './field-value'

export type RecordData = StoredRecord['data']

export type RecordError = {
  /** JSON Pointer in its URI fragment form (RFC 6901, section 6). */
  pointer: string
  code: 'not_an_object' | 'required' | 'unknown_field' | 'too_large' | ValueCode
  detail: string
}
type ValueCode = 'type' | 'format' | 'invalid_characters'

export type ValidRecord = { ok: true; data: RecordData } | { ok: false; errors: RecordError[] }

const largestRecordBytes = 65_536

/** More than a caller can read; a body of nothing but unknown fields must not be echoed whole. */
const mostErrors = 100

/**
 * A whole record against its entity's fields: every error at once. An optional field that is null
 * is one that is not there. The result has no prototype, so no name in it can reach one.
 */
export function validateRecord(fields: Field[], body: unknown): ValidRecord {
  if (!isObject(body)) return notAnObject
  const known = new Set(fields.map((field) => field.name))
  const errors = Object.keys(body)
    .filter((name) => !known.has(name))
    .slice(0, mostErrors)
    .map((name) => refuse(name, 'unknown_field', 'This entity has no such field.'))
  const data: Record<string, FieldValue> = Object.create(null)

  for (const { name, type, required } of fields) {
    const given = Object.hasOwn(body, name) ? body[name] : null
    // An empty text says as little as none; where a value is required, neither will do.
    if (given === null || (required && type === 'string' && given === '')) {
      if (required) errors.push(refuse(name, 'required', 'This field must have a value.'))
      continue
    }
    const checked = readValue[type](given)
    if ('value' in checked) data[name] = checked.value
    else errors.push(refuse(name, checked.code, checked.detail))
  }

  if (errors.length > 0) return { ok: false, errors: errors.slice(0, mostErrors) }
  return Buffer.byteLength(JSON.stringify(data)) > largestRecordBytes
    ? tooLarge
    : { ok: true, data }
}

/** A JSON Merge Patch (RFC 7396) laid over what is there; the outcome is checked as a whole. */
export function validatePatch(fields: Field[], current: RecordData, patch: unknown): ValidRecord {
  if (!isObject(patch)) return notAnObject
  const merged: Record<string, unknown> = Object.create(null)
  for (const part of [current, patch]) {
    for (const name of Object.keys(part)) merged[name] = part[name]
  }
  // A field that the entity no longer has may stay in old data; only the patch is to blame for its own.
  const known = new Set(fields.map((field) => field.name))
  for (const name of Object.keys(current)) {
    if (!known.has(name) && !Object.hasOwn(patch, name)) delete merged[name]
  }
  return validateRecord(fields, merged)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refuse = (name: string, code: RecordError['code'], detail: string): RecordError => ({
  pointer: pointerTo(name),
  code,
  detail,
})

const longestPointerName = 200

function pointerTo(name: string): string {
  const bounded = name.slice(0, longestPointerName).toWellFormed()
  return `#/${encodeURIComponent(bounded.replaceAll('~', '~0').replaceAll('/', '~1'))}`
}

const notAnObject: ValidRecord = {
  ok: false,
  errors: [{ pointer: '#', code: 'not_an_object', detail: 'A record is a JSON object.' }],
}

const tooLarge: ValidRecord = {
  ok: false,
  errors: [
    {
      pointer: '#',
      code: 'too_large',
      detail: `A record holds at most ${largestRecordBytes} bytes.`,
    },
  ],
}
