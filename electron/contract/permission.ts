import * as z from 'zod'
import { EntityId } from './id'

export const permissions = ['read', 'write', 'delete'] as const
export const Permission = z.enum(permissions)
export type Permission = z.output<typeof Permission>

/** In the order of the list above, each at most once. */
export const Permissions = z
  .array(Permission)
  .max(permissions.length)
  .transform((given) => permissions.filter((one) => given.includes(one)))
export type Permissions = z.output<typeof Permissions>

/** One entity with any of the three; `entityId: null` is "All entities", those made later too. */
export const Grant = z.object({ entityId: EntityId.nullable(), permissions: Permissions })
export type Grant = z.output<typeof Grant>

/** Grants as they are sent: at most one per entity; those without a permission are dropped. */
export const Grants = z
  .array(Grant)
  .max(500, { error: 'too_many' })
  .refine((grants) => new Set(grants.map((one) => one.entityId)).size === grants.length, {
    error: 'repeated',
  })
  .transform((grants) => grants.filter((one) => one.permissions.length > 0))
export type Grants = z.output<typeof Grants>
