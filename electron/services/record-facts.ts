import type { Facts } from '../contract/activity'
import type { Entity } from '../contract/entity'
import type { FieldValue, StoredRecord } from '../contract/record'

const longest = 200
const masked = '•••'

/** A record as the activity log tells of it: sensitive values masked, long ones cut. */
export const recordFacts = ({ fields }: Entity, data: StoredRecord['data']): Facts =>
  Object.fromEntries(
    fields
      .filter(({ name }) => Object.hasOwn(data, name))
      .map(({ name, sensitive }) => [name, sensitive ? masked : plain(data[name] ?? null)]),
  )

function plain(value: FieldValue): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…`.toWellFormed() : text
}
