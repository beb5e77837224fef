import * as z from 'zod'
import { ActivityGroup } from './activity'
import { ExpiryChoice } from './expiry'
import { Moment, TokenId, UserId, Version } from './id'
import { TokenFilter } from './inventory'
import { Note } from './text'
import { TokenStatus } from './token'

/** One transaction in main takes about 0.1 ms a token, and the window must not wait longer. */
export const mostAtOnce = 1_000

/** What is done to many tokens at once. */
export const BulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('disable') }),
  z.object({ kind: z.literal('enable') }),
  z.object({ kind: z.literal('revoke') }),
  /** To the same day, or as near to it as the policy allows each of them. */
  z.object({ kind: z.literal('extend'), expiry: ExpiryChoice }),
  z.object({ kind: z.literal('assign_contact'), contact: Note }),
])
export type BulkAction = z.output<typeof BulkAction>
export type BulkKind = BulkAction['kind']

/** Ticked ones, or all that a filter leaves, with the number that was seen of them. */
export const BulkSelection = z.union([
  z.object({ ids: z.array(TokenId).min(1).max(mostAtOnce) }),
  z.object({ filter: TokenFilter, count: z.number().int().min(1) }),
])
export type BulkSelection = z.output<typeof BulkSelection>

export const bulkObstacles = [
  'token_revoked',
  'token_tampered',
  /** It is as it would become. */
  'already',
  /** The policy ends it no later than it ends now. */
  'beyond_policy',
  'not_later',
] as const
export const BulkObstacle = z.enum(bulkObstacles)
export type BulkObstacle = z.output<typeof BulkObstacle>

/** One of the selected tokens, and what would become of it. */
export const BulkItem = z.object({
  id: TokenId,
  version: Version,
  name: z.string(),
  userId: UserId,
  userName: z.string(),
  status: TokenStatus,
  lastUsedAt: Moment.nullable(),
  lastUsedFrom: z.string().nullable(),
  isInUse: z.boolean(),
  expiresAt: Moment.nullable(),
  contact: z.string(),
  /** Where it is extended: the end that it then has. */
  newExpiresAt: Moment.nullable(),
  /** Why it stays as it is. */
  obstacle: BulkObstacle.nullable(),
})
export type BulkItem = z.output<typeof BulkItem>

export const BulkAsked = z.object({ action: BulkAction, selection: BulkSelection })
export type BulkAsked = z.output<typeof BulkAsked>

/** Those used within 24 hours first; those that stay as they are last. */
export const BulkPreview = z.object({ items: z.array(BulkItem) })
export type BulkPreview = z.output<typeof BulkPreview>

export const TokenAtVersion = z.object({ id: TokenId, version: Version })
export type TokenAtVersion = z.output<typeof TokenAtVersion>

/** Exactly what a preview listed: if one of them is another by now, nothing is done. */
export const BulkChange = z.object({
  action: BulkAction,
  tokens: z
    .array(TokenAtVersion)
    .min(1)
    .max(mostAtOnce)
    .refine((tokens) => new Set(tokens.map((one) => one.id)).size === tokens.length, {
      error: 'repeated',
    }),
  /** How many are revoked: asked for when one of them was used within the last 24 hours. */
  confirmedCount: z.number().int().optional(),
})
export type BulkChange = z.output<typeof BulkChange>

/** As they are now, so that it can be undone where that is possible. */
export const BulkDone = z.object({ group: ActivityGroup, tokens: z.array(TokenAtVersion) })
export type BulkDone = z.output<typeof BulkDone>
