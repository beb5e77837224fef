import * as z from 'zod'
import { EntityId, Moment, TokenId, Version } from './id'
import { Grants, Permission } from './permission'
import { NamedGrant } from './token'

export const UsageAsked = z.object({ id: TokenId, days: z.literal([30, 90]).default(30) })
export type UsageAsked = z.output<typeof UsageAsked>

const Calls = z.number().int().min(0)

/** `at` is the day's beginning in UTC; every day of the period is there. */
export const UsageDay = z.object({ at: Moment, allowed: Calls, refused: Calls })
export type UsageDay = z.output<typeof UsageDay>

export const TokenUse = z.object({
  entityId: EntityId,
  entityTitle: z.string().nullable(),
  permission: Permission,
  /** In the days that were asked about, and ever. */
  recentCalls: Calls,
  calls: Calls,
  lastUsedAt: Moment,
})
export type TokenUse = z.output<typeof TokenUse>

export const Usage = z.object({
  days: z.array(UsageDay),
  uses: z.array(TokenUse),
  lastUsedAt: Moment.nullable(),
  lastUsedFrom: z.string().nullable(),
  /** Since when calls are counted; null while no gateway ever ran. */
  observedSince: Moment.nullable(),
})
export type Usage = z.output<typeof Usage>

export const sparklineDays = 30

export const DailyAsked = z.object({ ids: z.array(TokenId).max(100) })
export type DailyAsked = z.output<typeof DailyAsked>

/** Calls on each of the last 30 days; a token that was never called has no row. */
export const Daily = z.object({
  from: Moment,
  tokens: z.array(z.object({ id: TokenId, calls: z.array(Calls) })),
})
export type Daily = z.output<typeof Daily>

export const unusedPeriods = [30, 90, 180] as const

export const UnusedAsked = z.object({ id: TokenId, days: z.literal(unusedPeriods).default(90) })
export type UnusedAsked = z.output<typeof UnusedAsked>

/** A permission that a token has, and did not use for as long as was asked. */
export const UnusedPermission = z.object({
  entityId: EntityId.nullable(),
  entityTitle: z.string().nullable(),
  permission: Permission,
  lastUsedAt: Moment.nullable(),
  /** Since when its use would have been seen. */
  observedSince: Moment,
  /** Whether that is as long as was asked; if not, nothing is proposed. */
  isObserved: z.boolean(),
  /** Of "All entities": the titles of those on which it was used all the same. */
  usedOn: z.array(z.string()),
})
export type UnusedPermission = z.output<typeof UnusedPermission>

export const UnusedPermissions = z.object({
  observedSince: Moment.nullable(),
  unused: z.array(UnusedPermission),
  current: z.array(NamedGrant),
  /** Null where nothing narrower can be proposed. */
  proposed: z.array(NamedGrant).nullable(),
  version: Version,
})
export type UnusedPermissions = z.output<typeof UnusedPermissions>

/** Grants that allow nothing but what the token may do already. */
export const Narrowing = z.object({ id: TokenId, version: Version, grants: Grants })
export type Narrowing = z.output<typeof Narrowing>
