import * as z from 'zod'
import { Moment } from './id'

/** What can be said at sign-in, the worst first. */
export const digestKinds = [
  'still_called',
  'replaced_called',
  'expired',
  'within_7',
  'within_30',
  'unused_disabled',
  'unused_flagged',
  'rotation_ready',
  'refused',
  'reviews_decided',
  'reviews_waiting',
  'tokens_created',
  'tokens_revoked',
  'exports',
] as const
export const DigestKind = z.enum(digestKinds)
export type DigestKind = z.output<typeof DigestKind>

/** What is new to a person between two sign-ins, counted when the second one happened. */
export const Digest = z.object({
  since: Moment,
  at: Moment,
  items: z.array(z.object({ kind: DigestKind, count: z.number().int().positive() })).min(1),
})
export type Digest = z.output<typeof Digest>

export const DigestClosing = z.object({
  /** Nor again before tomorrow. */
  forToday: z.boolean(),
})
