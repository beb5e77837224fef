import type { EntityId } from '../contract/id'
import { permissions as allPermissions, type Grant, type Permission } from '../contract/permission'
import { day } from '../contract/time'
import type { TokenUse } from '../contract/usage'

export type Observed = {
  /** With the moment since when the token has each of them. */
  grants: (Grant & { since: number })[]
  uses: Pick<TokenUse, 'entityId' | 'permission' | 'lastUsedAt'>[]
  /** Since when calls are counted; null while no gateway ever ran. */
  observedSince: number | null
  /** All entities there are. */
  entities: EntityId[]
}

export type Finding = {
  entityId: EntityId | null
  permission: Permission
  lastUsedAt: number | null
  observedSince: number
  /** As long as was asked. */
  isObserved: boolean
  /** Of "All entities": those on which it was used all the same. */
  usedOn: EntityId[]
}

/**
 * What a token was allowed and did not do within so many days. Nothing is said of a permission on
 * which nobody could have looked for as long, but since when somebody does.
 */
export function findUnused(observed: Observed, days: number, at: number): Finding[] {
  const { observedSince } = observed
  if (observedSince === null) return []
  const from = at - days * day
  return observed.grants.flatMap((grant) =>
    grant.permissions.flatMap((permission) => {
      const uses = usesOf(observed, grant.entityId, permission)
      const usedOn = uses.filter((one) => one.lastUsedAt > from).map((one) => one.entityId)
      const isUsed =
        grant.entityId === null
          ? observed.entities.every((one) => usedOn.includes(one))
          : usedOn.length > 0
      if (isUsed) return []
      const since = Math.max(observedSince, grant.since)
      return {
        entityId: grant.entityId,
        permission,
        lastUsedAt: uses.reduce<number | null>(
          (last, one) => Math.max(last ?? 0, one.lastUsedAt),
          null,
        ),
        observedSince: since,
        isObserved: since <= from,
        usedOn,
      }
    }),
  )
}

/** The same grants without what was found unused; "All entities" becomes those that were used. */
export function narrowed(grants: Grant[], findings: Finding[]): Grant[] | null {
  const dropped = findings.filter((one) => one.isObserved)
  if (dropped.length === 0) return null
  const kept = new Map<EntityId | null, Set<Permission>>()
  const keep = (entityId: EntityId | null, permission: Permission) => {
    const some = kept.get(entityId) ?? new Set()
    kept.set(entityId, some.add(permission))
  }
  for (const { entityId, permissions } of grants)
    for (const permission of permissions) {
      const finding = dropped.find(
        (one) => one.entityId === entityId && one.permission === permission,
      )
      if (!finding) keep(entityId, permission)
      else for (const used of finding.usedOn) if (entityId === null) keep(used, permission)
    }
  return [...kept]
    .map(([entityId, some]) => ({
      entityId,
      permissions: allPermissions.filter((one) => some.has(one)),
    }))
    .toSorted((a, b) => (a.entityId ?? 0) - (b.entityId ?? 0))
}

/** Whether these grants allow nothing but what those do. */
export const isWithin = (grants: Grant[], current: Grant[]): boolean =>
  grants.every(({ entityId, permissions }) =>
    permissions.every((permission) =>
      current.some(
        (one) =>
          (one.entityId === null || one.entityId === entityId) &&
          one.permissions.includes(permission),
      ),
    ),
  )

const usesOf = ({ uses }: Observed, entityId: EntityId | null, permission: Permission) =>
  uses.filter(
    (one) => one.permission === permission && (entityId === null || one.entityId === entityId),
  )
