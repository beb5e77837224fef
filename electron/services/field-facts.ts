import type { Field } from '../contract/field'
import type { EntityId } from '../contract/id'
import { deepestJson } from './field-value'
import { asMarkdown } from './markdown'

/** The name of the entity that a field points to, for those who may know of it. */
export type NameOf = (id: EntityId) => string | null

/** What a field's schema cannot say, in sentences of Markdown. */
export function fieldFacts(field: Field, nameOf: NameOf): string[] {
  return [
    ...(field.description ? [asMarkdown(field.description)] : []),
    ...ofType(field, nameOf),
    ...(field.unique ? ['No two records have the same value.'] : []),
    ...(field.indexed ? ['Lists can be filtered and ordered by it.'] : []),
    ...(field.sensitive ? ['Sensitive: keep it out of logs and exports.'] : []),
  ]
}

function ofType(field: Field, nameOf: NameOf): string[] {
  const { type, min, max, minLength, maxLength, scale } = field
  switch (type) {
    case 'decimal':
      return [
        scale === undefined
          ? 'A decimal number in a string.'
          : `A decimal number in a string, with ${scale} digits behind the point.`,
        ...between(min, max),
      ]
    case 'date':
      return between(min, max)
    case 'datetime':
      return ['Kept in UTC, to the millisecond.', ...between(min, max)]
    case 'email':
      return ['An e-mail address.']
    case 'url':
      return ['An address that begins with https:// or http://.']
    case 'json':
      return [`Any JSON value, at most ${deepestJson} levels deep.`]
    case 'bytes':
      return [`Bytes in base64${counted(minLength, maxLength)}.`]
    case 'ref':
      return [refersTo(field.entityId && nameOf(field.entityId))]
    default:
      return []
  }
}

const between = (min: Field['min'], max: Field['max']) => [
  ...(min === undefined ? [] : [`At least ${asMarkdown(String(min))}.`]),
  ...(max === undefined ? [] : [`At most ${asMarkdown(String(max))}.`]),
]

const counted = (least: number | undefined, most: number | undefined) =>
  (least === undefined ? '' : `, at least ${least} of them`) +
  (most === undefined ? '' : `, at most ${most} of them`)

const refersTo = (name: string | null | undefined) =>
  name ? `The id of a record of ${asMarkdown(name)}.` : 'The id of a record of another entity.'
