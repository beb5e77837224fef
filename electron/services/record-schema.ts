import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import { fieldFacts, type NameOf } from './field-facts'
import { fieldSchema, orNull, sentSchema, type JsonSchema } from './field-schema'

/** What a record's data looks like: as it is kept, as it is sent whole, and as it is patched. */
export function recordSchemas({ fields }: Pick<Entity, 'fields'>, nameOf: NameOf) {
  const required = fields.filter((field) => field.required)
  return {
    kept: recordOf(fields, nameOf, fieldSchema, required),
    sent: recordOf(
      fields,
      nameOf,
      (field) => (field.required ? sentSchema(field) : orNull(sentSchema(field))),
      // A new record without the field takes its default.
      required.filter((field) => field.default === undefined),
    ),
    patch: recordOf(
      fields,
      nameOf,
      (field) => {
        const { default: _onlyForNew, ...schema } = sentSchema(field)
        return field.required ? schema : orNull(schema)
      },
      [],
    ),
  }
}

function recordOf(
  fields: Field[],
  nameOf: NameOf,
  schemaOf: (field: Field) => JsonSchema,
  required: Field[],
): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.name, { ...wordsOf(field, nameOf), ...schemaOf(field) }]),
    ),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    additionalProperties: false,
  }
}

function wordsOf(field: Field, nameOf: NameOf): JsonSchema {
  const description = fieldFacts(field, nameOf).join(' ')
  return {
    title: field.title,
    ...(description && { description }),
    ...(field.deprecated && { deprecated: true }),
    ...(field.sensitive && { 'x-sensitive': true }),
  }
}
