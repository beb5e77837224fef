import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { EntityId } from '../contract/id'
import { permissions, type Grant } from '../contract/permission'
import { allowedOn, assertWithinAccess } from './token-terms'

const entity = (id: number) => EntityId.parse(id)
const titleOf = (id: EntityId | null) => (id === null ? 'All entities' : `Entity ${id}`)
const allowed = (grants: Grant[], access: Grant[]) => {
  try {
    assertWithinAccess(grants, access, titleOf)
    return null
  } catch (error) {
    return error
  }
}

describe("what a user's tokens may be given", () => {
  const access: Grant[] = [
    { entityId: null, permissions: ['read'] },
    { entityId: entity(1), permissions: ['delete'] },
  ]

  it('on an entity is what holds for it and what holds for all', () => {
    expect(allowedOn(access, entity(1))).toEqual(['read', 'delete'])
    expect(allowedOn(access, entity(2))).toEqual(['read'])
    expect(allowedOn(access, null)).toEqual(['read'])
    expect(allowedOn([], entity(1))).toEqual([])
  })

  it('beyond that is refused with the entity and the permission', () => {
    const refusal = allowed([{ entityId: entity(2), permissions: ['read', 'write'] }], access)
    expect(refusal).toMatchObject({
      code: 'beyond_access',
      field: 'grants',
      detail: { entity: 'Entity 2', permission: 'write' },
    })
  })

  it('is not all entities because it is each of them today', () => {
    const each: Grant[] = [entity(1), entity(2)].map((entityId) => ({
      entityId,
      permissions: ['read'],
    }))
    expect(allowed([{ entityId: null, permissions: ['read'] }], each)).toMatchObject({
      code: 'beyond_access',
      detail: { entity: 'All entities' },
    })
  })

  const someGrants = fc.uniqueArray(
    fc.record({
      entityId: fc.constantFrom(null, entity(1), entity(2)),
      permissions: fc.subarray([...permissions]),
    }),
    { selector: (grant) => grant.entityId },
  )
  test.prop([someGrants, someGrants])('is judged as one box after the other', (grants, given) => {
    const isBeyond = grants.some((grant) =>
      grant.permissions.some(
        (one) =>
          !given.some(
            (has) =>
              has.permissions.includes(one) &&
              (has.entityId === null || has.entityId === grant.entityId),
          ),
      ),
    )
    expect(allowed(grants, given) !== null).toBe(isBeyond)
  })
})
