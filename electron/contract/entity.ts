import * as z from 'zod'
import { EntityId, Moment, Version } from './id'
import { Direction, PageAsked, pageOf } from './page'
import { ApiName, Name, Search } from './text'

export const fieldTypes = ['string', 'integer', 'decimal', 'boolean', 'date', 'datetime'] as const
export const FieldType = z.enum(fieldTypes)
export type FieldType = z.output<typeof FieldType>

export const Field = z.object({
  name: ApiName,
  title: Name,
  type: FieldType,
  required: z.boolean().default(false),
})
export type Field = z.output<typeof Field>

export const Entity = z.object({
  id: EntityId,
  name: z.string(),
  title: z.string(),
  fields: z.array(Field),
  createdAt: Moment,
  version: Version,
})
export type Entity = z.output<typeof Entity>

export const EntityRow = Entity.extend({
  records: z.number().int(),
  /** Tokens with a grant on this entity, "All entities" included, that are not revoked. */
  tokens: z.number().int(),
})
export type EntityRow = z.output<typeof EntityRow>

export const EntitySort = z.enum(['title', 'name', 'records', 'tokens', 'createdAt'])
export type EntitySort = z.output<typeof EntitySort>

export const EntitiesAsked = PageAsked.extend({
  search: Search,
  sort: EntitySort.default('title'),
  direction: Direction.default('asc'),
})
export type EntitiesAsked = z.output<typeof EntitiesAsked>

export const EntityPage = pageOf(EntityRow)

export const NewEntity = z.object({
  name: ApiName,
  title: Name,
  fields: z
    .array(Field)
    .min(1, { error: 'empty' })
    .max(200, { error: 'too_many' })
    .refine((fields) => new Set(fields.map((one) => one.name)).size === fields.length, {
      error: 'repeated',
    }),
})
export type NewEntity = z.output<typeof NewEntity>

/** What a record's fields may hold, after checking. Decimals are canonical strings. */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type FieldValue = z.output<typeof FieldValue>

export const StoredRecord = z.object({
  id: z.string(),
  version: Version,
  createdAt: Moment,
  createdBy: z.string(),
  updatedAt: Moment,
  data: z.record(z.string(), FieldValue),
})
export type StoredRecord = z.output<typeof StoredRecord>

export const RecordsAsked = PageAsked.extend({ entityId: EntityId })
export type RecordsAsked = z.output<typeof RecordsAsked>

export const RecordPage = pageOf(StoredRecord)
