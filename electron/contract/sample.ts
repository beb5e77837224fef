import * as z from 'zod'
import { FieldValue } from './record'

const onEntity = { entityName: z.string(), entityTitle: z.string() }

/** A call that a token may make, with all that is needed to write it down in any language. */
export const SampleCall = z.discriminatedUnion('does', [
  /** What this token is and may do: every token may ask that. */
  z.object({ does: z.literal('identity') }),
  z.object({ does: z.literal('read'), ...onEntity }),
  z.object({
    does: z.literal('write'),
    ...onEntity,
    /** A record that the entity would take. */
    record: z.record(z.string(), FieldValue),
    /** Titles of entities that have no record yet to point to: the id must be put in by hand. */
    pointsTo: z.array(z.string()),
    needsIdempotencyKey: z.boolean(),
  }),
  z.object({ does: z.literal('delete'), ...onEntity, needsIfMatch: z.boolean() }),
])
export type SampleCall = z.output<typeof SampleCall>

/** Stands in a sample for the id of a record that only its reader can choose. */
export const recordIdToFillIn = 'RECORD_ID'
