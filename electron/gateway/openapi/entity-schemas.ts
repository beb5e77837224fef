import type { Entity } from '../../contract/entity'
import type { Permission } from '../../contract/permission'
import type { NameOf } from '../../services/field-facts'
import { recordSchemas } from '../../services/record-schema'
import { limits } from '../limits'

type Part = 'data' | 'record' | 'page' | 'new' | 'patch' | 'batch' | 'created'

/** Entity names have no point in them, so these never collide. */
export const schemaRef = (entity: Entity, part: Part) => ({
  $ref: `#/components/schemas/${entity.name}.${part}`,
})

/** What is read and sent of an entity, by the names that its operations refer to. */
export function entitySchemas(entity: Entity, permitted: Permission[], nameOf: NameOf) {
  const { kept, sent, patch } = recordSchemas(entity, nameOf)
  const schemas: { [part in Part]?: object } = {
    ...((permitted.includes('read') || permitted.includes('write')) && {
      data: kept,
      record: {
        type: 'object',
        properties: {
          id: { type: 'string', description: 'A UUID (version 7), or what PUT chose.' },
          version: {
            type: 'integer',
            minimum: 1,
            description: 'Grows with every change; the ETag holds it.',
          },
          created_at: { type: 'string', format: 'date-time' },
          updated_at: { type: 'string', format: 'date-time' },
          data: schemaRef(entity, 'data'),
        },
        required: ['id', 'version', 'created_at', 'updated_at', 'data'],
      },
    }),
    ...(permitted.includes('read') && {
      page: {
        type: 'object',
        properties: {
          items: { type: 'array', items: schemaRef(entity, 'record') },
          next_cursor: {
            type: ['string', 'null'],
            description: 'Send it as cursor for the next page; null at the end.',
          },
        },
        required: ['items', 'next_cursor'],
      },
    }),
    ...(permitted.includes('write') && {
      new: sent,
      patch,
      batch: {
        type: 'object',
        properties: {
          records: {
            type: 'array',
            minItems: 1,
            maxItems: limits.batchRecords,
            items: schemaRef(entity, 'new'),
          },
        },
        required: ['records'],
        additionalProperties: false,
      },
      created: {
        type: 'object',
        properties: { items: { type: 'array', items: schemaRef(entity, 'record') } },
        required: ['items'],
      },
    }),
  }
  return Object.fromEntries(
    Object.entries(schemas).map(([part, schema]) => [`${entity.name}.${part}`, schema]),
  )
}
