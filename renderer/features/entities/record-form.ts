import type { Field } from '../../../electron/contract/field'
import type { FieldValue, RecordError, StoredRecord } from '../../../electron/contract/record'

/** Every value as text in a field; empty is none. */
export const typedFrom = (fields: Field[], data: StoredRecord['data']): Record<string, string> =>
  Object.fromEntries(fields.map(({ name }) => [name, textOf(data[name] ?? null)]))

const textOf = (value: FieldValue): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value)

/** What was typed, as JSON has it. What does not fit its type is sent as text, for main to refuse. */
export function dataFrom(fields: Field[], typed: Record<string, string>): StoredRecord['data'] {
  const data: StoredRecord['data'] = {}
  for (const { name, type } of fields) {
    const text = typed[name] ?? ''
    if (text !== '') data[name] = valueOf(type, text)
  }
  return data
}

function valueOf(type: Field['type'], text: string): FieldValue {
  if (type === 'integer' || type === 'number')
    return /^-?\d{1,16}(?:\.\d{1,16})?$/.test(text.trim()) ? Number(text) : text
  if (type === 'boolean') return text === 'true'
  if (type !== 'json') return text
  try {
    return JSON.parse(text) as FieldValue
  } catch {
    return text
  }
}

/** The first sentence for each field; under '' what is wrong with the record as a whole. */
export const errorsByField = (errors: RecordError[]): Record<string, string> =>
  Object.fromEntries(
    errors
      .map(({ pointer, detail }) => [decodeURIComponent(pointer.replace(/^#\/?/, '')), detail])
      .toReversed(),
  ) as Record<string, string>
