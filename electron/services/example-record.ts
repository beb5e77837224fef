import type { Field } from '../contract/field'
import type { FieldValue } from '../contract/record'
import { checkValue } from './record-validation'
import { createSampleValue } from './sample-value'

/** Enough to see what a record looks like; what is optional beyond that is left out. */
const mostOptional = 12

export const exampleId = '0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d1'
/** The same for everybody: a description does not differ from token to token. */
const sampleValue = createSampleValue('5Fq0kZr3TnXy')

/** A record that its entity would take, as far as one can be made up. */
export function exampleRecord(fields: Field[]): Record<string, FieldValue> {
  const optional = fields.filter(({ required, deprecated }) => !required && !deprecated)
  const shown = new Set([
    ...fields.filter(({ required }) => required),
    ...optional.slice(0, mostOptional),
  ])
  return Object.fromEntries(
    fields
      .filter((field) => shown.has(field))
      .map((field) => [field.name, exampleValue(field)] as const)
      .filter((pair): pair is [string, FieldValue] => pair[1] !== null),
  )
}

/** In the form in which it is kept; null where a field's limits leave nothing that comes to mind. */
export function exampleValue(field: Field): FieldValue | null {
  const made = field.type === 'ref' ? exampleId : sampleValue({ ...field, type: field.type })
  const checked = checkValue(field, field.default ?? made)
  return 'value' in checked ? checked.value : null
}
