import type { Entity } from '../../contract/entity'
import { asMarkdown } from '../../services/markdown'
import { valueSchema } from '../../services/field-schema'
import { limits } from '../limits'

/** Parameters that are the same for every entity. */
export const parameters = {
  limit: {
    name: 'limit',
    in: 'query',
    description: 'Most records of a page. A page may have fewer; only next_cursor tells the end.',
    schema: {
      type: 'integer',
      minimum: 1,
      maximum: limits.pageRecords,
      default: limits.usualPageRecords,
    },
  },
  cursor: {
    name: 'cursor',
    in: 'query',
    description:
      'next_cursor of the page before, unchanged, with the same conditions and the same order.',
    schema: { type: 'string' },
  },
  id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of the record.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._~-]{1,64}$' },
    example: '0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d1',
  },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of the version you read: the record is changed only if it is still this one.',
    schema: { type: 'string' },
    example: '"3"',
  },
  ifMatchRequired: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The ETag of the version you read: the record is changed only if it is still this one. This entity demands it.',
    schema: { type: 'string' },
    example: '"3"',
  },
  ifMatchOrNew: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of the version you read. This entity demands it, except where If-None-Match: * makes a new record.',
    schema: { type: 'string' },
    example: '"3"',
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag you have: 304 without a body if nothing changed since.',
    schema: { type: 'string' },
    example: '"3"',
  },
  onlyNew: {
    name: 'If-None-Match',
    in: 'header',
    description: 'Makes a new record with this id, and only if there is none yet.',
    schema: { type: 'string', enum: ['*'] },
  },
  idempotencyKey: idempotencyKey(false),
  idempotencyKeyRequired: idempotencyKey(true),
}

function idempotencyKey(required: boolean) {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    ...(required && { required }),
    description:
      `A text of your own, a UUID for example, that makes this call repeatable: the same key with the same body is answered as before for ${limits.idempotencyHours} hours, and nothing is created twice.` +
      (required ? ' This entity demands it.' : ''),
    schema: { type: 'string', minLength: 1, maxLength: limits.idempotencyKeyCharacters + 2 },
    example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  }
}

export const refersToParameters = (...names: (keyof typeof parameters)[]) =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }))

/** What a list of this entity is ordered and filtered by: its indexed fields. */
export function listParameters({ fields }: Entity) {
  const indexed = fields.filter((field) => field.indexed)
  const orders = ['id', 'updated_at', ...indexed.map(({ name }) => name)]
  return [
    ...refersToParameters('limit', 'cursor'),
    {
      name: 'order',
      in: 'query',
      description: 'What the records are ordered by; with - before it, from the last to the first.',
      schema: {
        type: 'string',
        enum: orders.flatMap((name) => [name, `-${name}`]),
        default: 'id',
      },
    },
    ...indexed.map((field) => ({
      name: `where.${field.name}`,
      in: 'query',
      description: `Only records with this value: ${asMarkdown(field.title)}.`,
      ...(field.deprecated && { deprecated: true }),
      schema: valueSchema(field),
    })),
  ]
}
