import type { EntityId } from '../../contract/id'
import { permissions, type Grant, type Permission } from '../../contract/permission'

/** The entity_id of "All entities", which is no entity's. */
export const allEntities = 0

const bitOf: Record<Permission, number> = { read: 1, write: 2, delete: 4 }

export const permissionsFrom = (bits: number): Permission[] =>
  permissions.filter((one) => (bits & bitOf[one]) !== 0)

export const permissionBit = (permission: Permission): number => bitOf[permission]

const bitsOf = (given: Permission[]): number => given.reduce((bits, one) => bits | bitOf[one], 0)

export const entityIdFrom = (stored: number): EntityId | null =>
  stored === allEntities ? null : (stored as EntityId)

type StoredGrant = { entity_id: number; permissions: number }

export const grantFrom = (row: StoredGrant): Grant => ({
  entityId: entityIdFrom(row.entity_id),
  permissions: permissionsFrom(row.permissions),
})

export const storedGrant = (grant: Grant): StoredGrant => ({
  entity_id: grant.entityId ?? allEntities,
  permissions: bitsOf(grant.permissions),
})
