import type { VerdictCheck } from '../contract/explain'
import type { RefusalReason } from '../contract/gateway'
import type { EntityId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import { permissions as allPermissions } from '../contract/permission'
import { day } from '../contract/time'
import type { StoredToken } from '../store/gateway-data'
import { isWithin } from './networks'

/**
 * A token whose secret was proven; `genuine` says whether its row is as Keyward wrote it, and
 * `presented` which of its secrets it was: the one in use is valid without an end.
 */
export type KnownToken = StoredToken & { genuine: boolean; presented: PresentedSecret }

export type PresentedSecret = { number: number; validUntil: number | null }

/**
 * What a call wants: one permission on one entity, or only to be recognised. `entityId: null` is
 * an entity that does not exist: nothing but "All entities" reaches it.
 */
export type Wanted = { permission: Permission; entityId: EntityId | null } | 'identity'

/** `source` is the caller's address; null, which only an explanation may say, leaves it out. */
export type CallRequest = { wanted: Wanted; source: string | null }

export type Verdict = { allowed: true } | { allowed: false; reason: VerdictReason }

export type VerdictReason = Extract<
  RefusalReason,
  | 'tampered_row'
  | 'secret_replaced'
  | 'revoked'
  | 'disabled'
  | 'unused_too_long'
  | 'user_disabled'
  | 'not_yet_active'
  | 'expired'
  | 'source_not_allowed'
  | 'unknown_entity'
  | 'not_granted'
  | 'beyond_user_access'
>

type Check = {
  check: VerdictCheck
  /** Null where the check passes. */
  refuses(token: KnownToken, request: CallRequest, now: number): VerdictReason | null
}

const refusedWhere = (refuses: boolean, reason: VerdictReason) => (refuses ? reason : null)

/** Every check of a verdict, in the order of the token's status; the first that fails decides. */
export const checks: readonly Check[] = [
  { check: 'genuine', refuses: (token) => refusedWhere(!token.genuine, 'tampered_row') },
  {
    check: 'secret_current',
    // Written so that a clock that is no number refuses, here and below.
    refuses: ({ presented: { validUntil } }, _request, now) =>
      refusedWhere(validUntil !== null && !(now < validUntil), 'secret_replaced'),
  },
  { check: 'not_revoked', refuses: (token) => refusedWhere(token.revokedAt !== null, 'revoked') },
  { check: 'enabled', refuses: (token) => refusedWhere(!token.enabled, 'disabled') },
  {
    check: 'in_use',
    refuses: (token, _request, now) => refusedWhere(isUnusedTooLong(token, now), 'unused_too_long'),
  },
  { check: 'user_active', refuses: (token) => refusedWhere(!token.userActive, 'user_disabled') },
  {
    check: 'started',
    refuses: ({ startsAt }, _request, now) =>
      refusedWhere(startsAt !== null && !(now >= startsAt), 'not_yet_active'),
  },
  {
    check: 'not_expired',
    refuses(token, _request, now) {
      const expiresAt = effectiveExpiry(token)
      return refusedWhere(expiresAt !== null && !(now < expiresAt), 'expired')
    },
  },
  {
    check: 'source',
    refuses: ({ networks }, { source }) =>
      refusedWhere(source !== null && !isWithin(source, networks), 'source_not_allowed'),
  },
  {
    check: 'granted',
    refuses({ grants }, { wanted }) {
      if (wanted === 'identity' || holds(grants, wanted)) return null
      return wanted.entityId === null ? 'unknown_entity' : 'not_granted'
    },
  },
  {
    check: 'user_access',
    refuses: ({ access }, { wanted }) =>
      refusedWhere(wanted !== 'identity' && !holds(access, wanted), 'beyond_user_access'),
  },
]

/** The verdict on one call: the first check that fails. */
export function verify(token: KnownToken, request: CallRequest, now: number): Verdict {
  for (const { refuses } of checks) {
    const reason = refuses(token, request, now)
    if (reason !== null) return { allowed: false, reason }
  }
  return { allowed: true }
}

/** min(expiry, created + longest lifetime): a policy made stricter holds for old tokens too. */
export function effectiveExpiry(
  token: Pick<KnownToken, 'expiresAt' | 'createdAt' | 'longestLifetimeDays'>,
): number | null {
  if (token.longestLifetimeDays === null) return token.expiresAt
  const longest = token.createdAt + token.longestLifetimeDays * day
  return token.expiresAt === null ? longest : Math.min(token.expiresAt, longest)
}

/**
 * The moment from which days unused are counted: the last call, or what came later. A token is
 * never unused for days in which nobody counted.
 */
export const unusedSince = (
  token: Pick<KnownToken, 'createdAt' | 'startsAt' | 'unusedFrom' | 'lastUsedAt' | 'observedFrom'>,
): number =>
  Math.max(
    token.createdAt,
    token.observedFrom ?? 0,
    token.startsAt ?? 0,
    token.unusedFrom ?? 0,
    token.lastUsedAt ?? 0,
  )

/** By the policy's limit; false where there is none. */
export const isUnusedTooLong = (token: KnownToken, now: number): boolean =>
  token.unusedDisableDays !== null &&
  token.observedFrom !== null &&
  !(now < unusedSince(token) + token.unusedDisableDays * day)

/** What a token may do on an entity now: its grants, as far as its user's access reaches. */
export function effectivePermissions(
  token: Pick<KnownToken, 'grants' | 'access'>,
  entityId: EntityId | null,
): Permission[] {
  return allPermissions.filter(
    (permission) =>
      holds(token.grants, { entityId, permission }) &&
      holds(token.access, { entityId, permission }),
  )
}

const holds = (grants: Grant[], { entityId, permission }: Exclude<Wanted, 'identity'>) =>
  grants.some(
    (grant) =>
      (grant.entityId === null || grant.entityId === entityId) &&
      grant.permissions.includes(permission),
  )
