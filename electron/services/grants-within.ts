import type { Grant } from '../contract/permission'

/** Whether every permission of the one is given by the other, by itself or by "All entities". */
export const isWithinGrants = (inner: Grant[], outer: Grant[]): boolean =>
  inner.every(({ entityId, permissions }) =>
    permissions.every((permission) =>
      outer.some(
        (grant) =>
          (grant.entityId === null || grant.entityId === entityId) &&
          grant.permissions.includes(permission),
      ),
    ),
  )
