import type { FieldDraft } from '../contract/field'

const flags = ['required', 'unique', 'indexed', 'sensitive', 'deprecated'] as const
const values = ['default', 'min', 'max', 'minLength', 'maxLength', 'scale'] as const

/** A field in the words of the activity log: `total: decimal, required, min 0, scale 2`. */
export const fieldWord = (field: Omit<FieldDraft, 'id'>): string =>
  [
    `${field.name}: ${field.type}`,
    ...flags.filter((flag) => field[flag]),
    ...values.flatMap((name) => (field[name] === undefined ? [] : [`${name} ${field[name]}`])),
    ...(field.values ? [`one of ${field.values.join(' | ')}`] : []),
  ].join(', ')
