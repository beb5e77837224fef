import * as z from 'zod'
import { EntityId, Moment, Version } from './id'
import { Direction, PageAsked, pageOf } from './page'
import { Field, FieldDraft } from './field'
import { ApiName, Name, Search } from './text'

/** Of a Keyward. */
export const mostEntities = 1_000

/** Whether a caller may leave a header out that would make its call safer. */
export const Demand = z.enum(['optional', 'required'])
export type Demand = z.output<typeof Demand>

/** How callers must write, apart from the fields. */
export const EntityRules = z.object({
  /** `Idempotency-Key` on POST. */
  idempotencyKey: Demand.default('optional'),
  /** `If-Match` on PUT, PATCH and DELETE. */
  ifMatch: Demand.default('optional'),
  maxRecordBytes: z
    .number()
    .int()
    .min(256, { error: 'record_bytes_range' })
    .max(65_536, { error: 'record_bytes_range' })
    .default(65_536),
})
export type EntityRules = z.output<typeof EntityRules>

export const Offender = z.object({ recordId: z.string(), field: z.string(), code: z.string() })
export type Offender = z.output<typeof Offender>

/**
 * Stricter fields whose old records are being checked. New records are held to them already; the
 * fields themselves change when every old record fits.
 */
export const FieldCheck = z.object({
  fields: z.array(Field),
  startedAt: Moment,
  /** Why the last check ended without the change: the first 100 records that do not fit. */
  offenders: z.array(Offender),
  state: z.enum(['checking', 'refused']),
})
export type FieldCheck = z.output<typeof FieldCheck>

export const Entity = EntityRules.extend({
  id: EntityId,
  name: z.string(),
  title: z.string(),
  fields: z.array(Field),
  check: FieldCheck.nullable(),
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

/** To choose from: every entity there is, without what it holds. */
export const EntityName = Entity.pick({ id: true, name: true, title: true })
export type EntityName = z.output<typeof EntityName>

export const EntitySort = z.enum(['title', 'name', 'records', 'tokens', 'createdAt'])
export type EntitySort = z.output<typeof EntitySort>

export const EntitiesAsked = PageAsked.extend({
  search: Search,
  sort: EntitySort.default('title'),
  direction: Direction.default('asc'),
})
export type EntitiesAsked = z.output<typeof EntitiesAsked>

export const EntityPage = pageOf(EntityRow)

/** Limits of one entity: 200 fields, of them 16 indexed and 8 unique. */
const FieldDrafts = z
  .array(FieldDraft)
  .min(1, { error: 'empty' })
  .max(200, { error: 'too_many' })
  .refine((fields) => new Set(fields.map((one) => one.name)).size === fields.length, {
    error: 'repeated',
  })
  .refine((fields) => fields.filter((one) => one.indexed).length <= 16, {
    error: 'too_many_indexed',
  })
  .refine((fields) => fields.filter((one) => one.unique).length <= 8, { error: 'too_many_unique' })

export const NewEntity = EntityRules.extend({ name: ApiName, title: Name, fields: FieldDrafts })
export type NewEntity = z.output<typeof NewEntity>

/**
 * A new definition as a whole. Fields keep their id, name and type; one without an id is new.
 * What is stricter for records that exist is checked against them first (`Entity.check`).
 */
export const EntityChange = EntityRules.extend({
  id: EntityId,
  version: Version,
  title: Name,
  fields: FieldDrafts,
})
export type EntityChange = z.output<typeof EntityChange>
