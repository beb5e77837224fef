import type { RefusalReason } from '../contract/gateway'
import type { EntityId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import { permissions as allPermissions } from '../contract/permission'
import { day } from '../contract/time'
import type { StoredToken } from '../store/gateway-data'

/** A token whose secret was proven; `genuine` says whether its row is as Keyward wrote it. */
export type KnownToken = StoredToken & { genuine: boolean }

/**
 * What a call wants: one permission on one entity, or only to be recognised. `entityId: null` is
 * an entity that does not exist: nothing but "All entities" reaches it.
 */
export type CallRequest = { permission: Permission; entityId: EntityId | null } | 'identity'

export type Verdict = { allowed: true } | { allowed: false; reason: VerdictReason }

export type VerdictReason = Extract<
  RefusalReason,
  | 'tampered_row'
  | 'revoked'
  | 'disabled'
  | 'user_disabled'
  | 'not_yet_active'
  | 'expired'
  | 'unknown_entity'
  | 'not_granted'
  | 'beyond_user_access'
>

/** The verdict on one call: the first check that fails, in the order of the token's status. */
export function verify(token: KnownToken, request: CallRequest, now: number): Verdict {
  const reason = firstReason(token, request, now)
  return reason === null ? { allowed: true } : { allowed: false, reason }
}

function firstReason(token: KnownToken, request: CallRequest, now: number): VerdictReason | null {
  if (!token.genuine) return 'tampered_row'
  if (token.revokedAt !== null) return 'revoked'
  if (!token.enabled) return 'disabled'
  if (!token.userActive) return 'user_disabled'
  // Written so that a clock that is no number refuses.
  if (token.startsAt !== null && !(now >= token.startsAt)) return 'not_yet_active'
  const expiresAt = effectiveExpiry(token)
  if (expiresAt !== null && !(now < expiresAt)) return 'expired'
  if (request === 'identity') return null
  const { entityId, permission } = request
  if (!holds(token.grants, entityId, permission)) {
    return entityId === null ? 'unknown_entity' : 'not_granted'
  }
  return holds(token.access, entityId, permission) ? null : 'beyond_user_access'
}

/** min(expiry, created + longest lifetime): a policy made stricter holds for old tokens too. */
export function effectiveExpiry(
  token: Pick<KnownToken, 'expiresAt' | 'createdAt' | 'longestLifetimeDays'>,
): number | null {
  if (token.longestLifetimeDays === null) return token.expiresAt
  const longest = token.createdAt + token.longestLifetimeDays * day
  return token.expiresAt === null ? longest : Math.min(token.expiresAt, longest)
}

/** What a token may do on an entity now: its grants, as far as its user's access reaches. */
export function effectivePermissions(
  token: Pick<KnownToken, 'grants' | 'access'>,
  entityId: EntityId | null,
): Permission[] {
  return allPermissions.filter(
    (one) => holds(token.grants, entityId, one) && holds(token.access, entityId, one),
  )
}

const holds = (grants: Grant[], entityId: EntityId | null, permission: Permission) =>
  grants.some(
    (grant) =>
      (grant.entityId === null || grant.entityId === entityId) &&
      grant.permissions.includes(permission),
  )
