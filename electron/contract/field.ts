import * as z from 'zod'
import { EntityId } from './id'
import { ApiName, Name, Note } from './text'

/**
 * What a field holds, in JSON: `text` is a long string; `decimal` a number in a string; `date` and
 * `datetime` RFC 3339; `bytes` base64; `ref` the id of a record of another entity.
 */
export const fieldTypes = [
  'string',
  'text',
  'integer',
  'decimal',
  'number',
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'url',
  'enum',
  'json',
  'bytes',
  'ref',
] as const
export const FieldType = z.enum(fieldTypes)
export type FieldType = z.output<typeof FieldType>

const Length = z
  .number()
  .int()
  .min(0, { error: 'length_range' })
  .max(65_536, { error: 'length_range' })
/** A bound in the form of the field's own values: a number, a decimal or a moment as text. */
const Bound = z.union([z.number(), z.string().trim().min(1).max(64)])

const attributes = {
  required: z.boolean().default(false),
  unique: z.boolean().optional(),
  /** May be filtered and sorted by. */
  indexed: z.boolean().optional(),
  /** Not shown in lists, logs and exports unless asked for. */
  sensitive: z.boolean().optional(),
  deprecated: z.boolean().optional(),
  description: Note.optional(),
  /** Taken where a new record does not have the field. */
  default: z.union([z.string().max(4096), z.number(), z.boolean()]).optional(),
  min: Bound.optional(),
  max: Bound.optional(),
  minLength: Length.optional(),
  maxLength: Length.optional(),
  /** Digits behind the point of a decimal: kept and shown with exactly as many. */
  scale: z
    .number()
    .int()
    .min(0, { error: 'scale_range' })
    .max(12, { error: 'scale_range' })
    .optional(),
  /** The values of an enum. */
  values: z.array(Name).min(1, { error: 'empty' }).max(200, { error: 'too_many' }).optional(),
  /** The entity that a ref points to. */
  entityId: EntityId.optional(),
}

/** As it is stored; the id is never given to another field. */
export const Field = z.object({
  id: z.number().int().positive(),
  name: ApiName,
  title: Name,
  type: FieldType,
  ...attributes,
})
export type Field = z.output<typeof Field>

const bounded: FieldType[] = ['integer', 'decimal', 'number', 'date', 'datetime']
const measured: FieldType[] = ['string', 'text', 'email', 'url', 'bytes']
const comparable: FieldType[] = fieldTypes.filter((one) => !['text', 'json', 'bytes'].includes(one))

/** Which types an attribute makes sense for. */
export const attributeTypes = {
  unique: comparable.filter((one) => one !== 'boolean' && one !== 'enum'),
  indexed: comparable,
  min: bounded,
  max: bounded,
  minLength: measured,
  maxLength: measured,
  scale: ['decimal'],
  values: ['enum'],
  entityId: ['ref'],
  default: fieldTypes.filter((one) => !['json', 'bytes', 'ref'].includes(one)),
} as const satisfies Record<string, readonly FieldType[]>
export type FieldAttribute = keyof typeof attributeTypes

/** A field as it is typed in; without an id it is new. */
export const FieldDraft = Field.extend({ id: Field.shape.id.optional() }).superRefine(
  (field, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    for (const [name, types] of Object.entries(attributeTypes)) {
      const given = field[name as FieldAttribute]
      const fits = (types as readonly FieldType[]).includes(field.type)
      if (given !== undefined && given !== false && !fits) refuse(name, 'not_for_this_type')
    }
    if (field.type === 'enum' && !field.values) refuse('values', 'empty')
    if (field.values && new Set(field.values).size < field.values.length)
      refuse('values', 'repeated')
    if (field.type === 'ref' && !field.entityId) refuse('entityId', 'empty')
    if ((field.minLength ?? 0) > (field.maxLength ?? Infinity)) refuse('maxLength', 'max_below_min')
  },
)
export type FieldDraft = z.output<typeof FieldDraft>
