import * as z from 'zod'
import { EntityId, Moment, Version } from './id'
import { Direction, PageAsked, pageOf } from './page'
import { Search } from './text'

/** What a record's field may hold, after checking. Decimals are canonical strings. */
export const FieldValue = z.json()
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

/** Chosen by the caller of PUT, or a UUID (version 7) made here. */
export const RecordId = z.string().regex(/^[A-Za-z0-9._~-]{1,64}$/, { error: 'record_id' })

/** One condition on an indexed field, in the form in which the field's values are written. */
export const Where = z.object({ field: z.string().max(63), value: z.string().max(1024) })
export type Where = z.output<typeof Where>

export const RecordsAsked = PageAsked.extend({
  entityId: EntityId,
  /** Any part of any value; in an entity too large for that, the beginning of an indexed one. */
  search: Search,
  where: z.array(Where).max(16).default([]),
  /** `id`, `updatedAt` or an indexed field. */
  sort: z.string().max(63).default('id'),
  direction: Direction.default('asc'),
})
export type RecordsAsked = z.output<typeof RecordsAsked>

export const RecordPage = pageOf(StoredRecord)

const Given = z.record(z.string().max(63), FieldValue)

export const NewRecord = z.object({ entityId: EntityId, data: Given })
export type NewRecord = z.output<typeof NewRecord>

/** The whole record anew. */
export const RecordChange = NewRecord.extend({ id: RecordId, version: Version })
export type RecordChange = z.output<typeof RecordChange>

export const RecordDeletion = z.object({
  entityId: EntityId,
  records: z
    .array(z.object({ id: RecordId, version: Version }))
    .min(1)
    .max(100),
})
export type RecordDeletion = z.output<typeof RecordDeletion>

/** What is wrong with a record that was to be saved; `pointer` as RFC 6901 writes it in a URI. */
export const RecordError = z.object({
  pointer: z.string(),
  code: z.enum([
    'not_an_object',
    'required',
    'unknown_field',
    'too_large',
    'type',
    'format',
    'invalid_characters',
    'too_small',
    'too_big',
    'too_short',
    'too_long',
    'too_many_digits',
    'not_one_of',
    'too_deep',
    'not_unique',
    'no_such_record',
  ]),
  detail: z.string(),
})
export type RecordError = z.output<typeof RecordError>

/** A record in a form: saved, or everything to correct. */
export const SavedRecord = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), record: StoredRecord }),
  z.object({ outcome: z.literal('invalid'), errors: z.array(RecordError) }),
])
export type SavedRecord = z.output<typeof SavedRecord>
