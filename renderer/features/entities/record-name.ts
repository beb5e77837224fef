import type { Field } from '../../../electron/contract/field'
import type { StoredRecord } from '../../../electron/contract/record'

/** What people call a record: its first text that may be shown, one that all of them have if any. */
export function nameOfRecord(fields: readonly Field[], { id, data }: StoredRecord): string {
  const texts = fields.filter(
    ({ type, sensitive, name }) =>
      type === 'string' && !sensitive && typeof data[name] === 'string',
  )
  const best = texts.find((one) => one.required) ?? texts[0]
  return best ? (data[best.name] as string) : id
}
