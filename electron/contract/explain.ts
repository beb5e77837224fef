import * as z from 'zod'
import { RefusalReason } from './gateway'
import { Facts } from './activity'
import { Moment, TokenId } from './id'
import { Permission } from './permission'
import { Token } from './token'

/** The checks of a verdict in the order in which they are made. */
export const verdictChecks = [
  'genuine',
  'secret_current',
  'not_revoked',
  'enabled',
  'in_use',
  'user_active',
  'started',
  'not_expired',
  'source',
  'granted',
  'user_access',
] as const
export const VerdictCheck = z.enum(verdictChecks)
export type VerdictCheck = z.output<typeof VerdictCheck>

export const CallAsked = z.object({
  tokenId: TokenId,
  /** Null asks only whether the token is recognised. */
  entity: z.string().trim().max(63).nullable(),
  permission: Permission.default('read'),
  /** Which of the token's secrets; `replaced` is whichever was not valid any more by then. */
  secret: z
    .union([z.literal(['in_use', 'replaced']), z.number().int().positive()])
    .default('in_use'),
  /** Null is now. */
  at: Moment.nullable().default(null),
  /** An address; null leaves the source out of it. */
  source: z.union([z.ipv4(), z.ipv6()], { error: 'not_an_address' }).nullable().default(null),
})
export type CallAsked = z.output<typeof CallAsked>

export const Explanation = z.object({
  token: Token,
  userName: z.string(),
  /** The number of the one it was asked about; null where it is the one in use. */
  presented: z.number().int().nullable(),
  at: Moment,
  allowed: z.boolean(),
  reason: RefusalReason.nullable(),
  checks: z.array(
    z.object({
      check: VerdictCheck,
      outcome: z.enum(['passed', 'failed', 'not_reached', 'left_out']),
      /** What was compared: times, networks, permissions. */
      facts: Facts,
    }),
  ),
})
export type Explanation = z.output<typeof Explanation>

/** What a pasted text turned out to be. */
export const Identified = z.discriminatedUnion('outcome', [
  /** It does not look like a token of any Keyward. */
  z.object({ outcome: z.literal('not_ours') }),
  /** The shape is right, the checksum is not: a letter is wrong. */
  z.object({ outcome: z.literal('typing_error') }),
  /** It begins like a token and ends too early. */
  z.object({ outcome: z.literal('cut_off'), characters: z.number().int(), of: z.number().int() }),
  /** A character that no token has, and where it is, from 1. */
  z.object({ outcome: z.literal('wrong_character'), position: z.number().int() }),
  /** A whole token with a right checksum, that this registry has never issued. */
  z.object({ outcome: z.literal('unknown_here'), tokenId: TokenId }),
  /** The ID is one of ours, the secret is not. */
  z.object({ outcome: z.literal('wrong_secret'), token: Token, userName: z.string() }),
  /** Ours. `by` tells whether the whole token was pasted or only its ID. */
  z.object({
    outcome: z.literal('found'),
    by: z.enum(['token', 'id']),
    token: Token,
    userName: z.string(),
    /** The number of an earlier secret; null is the one in use, or only the ID. */
    earlier: z.number().int().nullable(),
    /** Until when the pasted secret is valid beside the one that replaced it; null is the one in use. */
    validUntil: Moment.nullable(),
  }),
])
export type Identified = z.output<typeof Identified>

/** A real call from the app to the gateway with a secret just shown. */
export const TrialAsked = z.object({
  secret: z.string().min(1).max(512),
  /** Null asks what the token is and may do. */
  entity: z.string().max(63).nullable(),
})
export type TrialAsked = z.output<typeof TrialAsked>

export const Trial = z.object({
  /** Request line and headers as sent, the secret masked. */
  request: z.string(),
  status: z.number().int(),
  headers: z.string(),
  /** At most 8 KiB of it. */
  body: z.string(),
  milliseconds: z.number(),
})
export type Trial = z.output<typeof Trial>
