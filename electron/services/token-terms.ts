import type { EntityId } from '../contract/id'
import { permissions, type Grant, type Permission } from '../contract/permission'
import type { TitleOf } from './grant-words'
import { Refusal } from './refusal'

/** What a user's tokens may be given on one entity: what holds for it and what holds for all. */
export function allowedOn(access: Grant[], entityId: EntityId | null): Permission[] {
  const given = access
    .filter((grant) => grant.entityId === null || grant.entityId === entityId)
    .flatMap((grant) => grant.permissions)
  return permissions.filter((one) => given.includes(one))
}

/**
 * Refuses the first permission that the user does not have. "All entities" needs access to all of
 * them: each one that exists today is less, for it leaves out those made later.
 */
export function assertWithinAccess(grants: Grant[], access: Grant[], titleOf: TitleOf) {
  for (const { entityId, permissions: asked } of grants) {
    const entity = titleOf(entityId)
    const allowed = allowedOn(access, entityId)
    const permission = asked.find((one) => !allowed.includes(one))
    if (permission) throw new Refusal('beyond_access', 'grants', { entity, permission })
  }
}
