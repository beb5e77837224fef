import * as z from 'zod'
import { Moment, TokenId, UserId } from './id'
import { ProposedPolicy } from './policy'

/**
 * What a policy would do to a token that was not revoked. At most one of those about its end and
 * one of those about its days unused; the first two stop a token that works now.
 */
export const impactKinds = [
  'ends_at_once',
  'disabled_unused',
  'works_again',
  'gets_end',
  'ends_earlier',
  'ends_later',
  'flagged',
  'unflagged',
  'name_unfit',
] as const
export const ImpactKind = z.enum(impactKinds)
export type ImpactKind = z.output<typeof ImpactKind>

export const mostImpactRows = 100

/** The rows are those of one kind, or of all. */
export const ImpactAsked = z.object({
  policy: ProposedPolicy,
  kind: ImpactKind.nullable().default(null),
})
export type ImpactAsked = z.output<typeof ImpactAsked>

export const ImpactRow = z.object({
  id: TokenId,
  name: z.string(),
  userId: UserId,
  userName: z.string(),
  kinds: z.array(ImpactKind).min(1),
  /** Called within the last 24 hours. */
  isInUse: z.boolean(),
  lastUsedAt: Moment.nullable(),
  lastUsedFrom: z.string().nullable(),
  expiresBefore: Moment.nullable(),
  expiresAfter: Moment.nullable(),
  expiryZone: z.string().nullable(),
})
export type ImpactRow = z.output<typeof ImpactRow>

/** Which tokens would stop or change if a policy were saved now. */
export const PolicyImpact = z.object({
  counts: z.record(ImpactKind, z.number().int()),
  /** Tokens that any of it happens to. */
  tokens: z.number().int(),
  /** Those of them that work now and would not any more, and how many of these are in use. */
  stopping: z.number().int(),
  stoppingInUse: z.number().int(),
  /** Of all kinds or of the one asked for: those in use first, then those that stop. */
  rows: z.array(ImpactRow).max(mostImpactRows),
})
export type PolicyImpact = z.output<typeof PolicyImpact>
