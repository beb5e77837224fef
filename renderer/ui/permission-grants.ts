import type * as z from 'zod'
import { permissions, type Grant, type Permission } from '../../electron/contract/permission'

/** A grant as a form holds it: `entityId: null` is "All entities". */
export type GrantInput = z.input<typeof Grant>

export const permissionsOn = (grants: readonly GrantInput[], entityId: number | null) =>
  grants.find((one) => one.entityId === entityId)?.permissions ?? none

/** One shared empty list, so that a row that holds nothing sees the same value at each render. */
const none: Permission[] = []

/** The grants with one box ticked or cleared; other rows stay the very same objects. */
export function withPermission(
  grants: readonly GrantInput[],
  entityId: number | null,
  permission: Permission,
  ticked: boolean,
): GrantInput[] {
  const before = permissionsOn(grants, entityId)
  const after = permissions.filter((one) => (one === permission ? ticked : before.includes(one)))
  const others = grants.filter((one) => one.entityId !== entityId)
  return after.length === 0 ? others : [...others, { entityId, permissions: after }]
}

/** Without what "All entities" gives anyway: what is kept says each thing once. */
export function withoutCovered(grants: readonly GrantInput[]): GrantInput[] {
  const everywhere = permissionsOn(grants, null)
  return grants
    .map((one) =>
      one.entityId === null
        ? one
        : { ...one, permissions: one.permissions.filter((each) => !everywhere.includes(each)) },
    )
    .filter((one) => one.permissions.length > 0)
}

const inOrder = (grants: readonly GrantInput[]) =>
  grants
    .map(
      (one) =>
        `${one.entityId ?? 'all'}:${permissions.filter((each) => one.permissions.includes(each)).join()}`,
    )
    .toSorted()
    .join(' ')

export const sameGrants = (one: readonly GrantInput[], other: readonly GrantInput[]) =>
  inOrder(one) === inOrder(other)
