import { describe, expect, it } from 'vitest'
import type { EntityId } from '../contract/id'
import type { Permission } from '../contract/permission'
import { day } from '../contract/time'
import { findUnused, isWithin, narrowed, type Observed } from './unused-permissions'

const now = 1_795_219_200_000
const [invoices, orders, products] = [1 as EntityId, 2 as EntityId, 3 as EntityId]
const ago = (days: number) => now - days * day

const use = (entityId: EntityId, permission: Permission, days: number) => ({
  entityId,
  permission,
  lastUsedAt: ago(days),
})

const world = (over: Partial<Observed> = {}): Observed => ({
  grants: [
    { entityId: invoices, permissions: ['read', 'write', 'delete'], since: ago(300) },
    { entityId: orders, permissions: ['read'], since: ago(300) },
  ],
  uses: [use(invoices, 'read', 1), use(invoices, 'write', 120), use(orders, 'read', 3)],
  observedSince: ago(200),
  entities: [invoices, orders, products],
  ...over,
})

const everything = (since = ago(300)) => [
  { entityId: null, permissions: ['read', 'write', 'delete'] as Permission[], since },
]

describe('a permission on one entity', () => {
  it('is unused when no call used it within the days, and the narrower grant leaves it out', () => {
    const found = findUnused(world(), 90, now)
    expect(
      found.map(({ entityId, permission, lastUsedAt }) => [entityId, permission, lastUsedAt]),
    ).toEqual([
      [invoices, 'write', ago(120)],
      [invoices, 'delete', null],
    ])
    expect(found.every((one) => one.isObserved && one.observedSince === ago(200))).toBe(true)
    expect(narrowed(world().grants, found)).toEqual([
      { entityId: invoices, permissions: ['read'] },
      { entityId: orders, permissions: ['read'] },
    ])
  })

  it('of which nobody could have seen a use for as long is told, and left as it is', () => {
    const young = world({ observedSince: ago(30) })
    const found = findUnused(young, 90, now)
    expect(found.map((one) => [one.permission, one.isObserved, one.observedSince])).toEqual([
      ['write', false, ago(30)],
      ['delete', false, ago(30)],
    ])
    expect(narrowed(young.grants, found)).toBeNull()
  })

  it('is counted from the moment at which it was granted', () => {
    const [first, second] = world().grants
    const later = world({ grants: [{ ...first!, since: ago(10) }, second!] })
    expect(findUnused(later, 90, now).map((one) => one.observedSince)).toEqual([ago(10), ago(10)])
  })

  it('is nothing to speak of while no gateway ever ran', () => {
    expect(findUnused(world({ observedSince: null, uses: [] }), 90, now)).toEqual([])
  })
})

describe('"All entities"', () => {
  it('becomes the entities on which it was used', () => {
    const wide = world({ grants: everything() })
    const found = findUnused(wide, 90, now)
    expect(found.map((one) => [one.permission, one.usedOn])).toEqual([
      ['read', [invoices, orders]],
      ['write', []],
      ['delete', []],
    ])
    expect(narrowed(wide.grants, found)).toEqual([
      { entityId: invoices, permissions: ['read'] },
      { entityId: orders, permissions: ['read'] },
    ])
  })

  it('stays where every entity was used', () => {
    const busy = world({
      grants: everything().map((one) => ({ ...one, permissions: ['read'] })),
      uses: [use(invoices, 'read', 1), use(orders, 'read', 1), use(products, 'read', 1)],
    })
    expect(findUnused(busy, 90, now)).toEqual([])
  })
})

it('grants are narrower only when each of them was held before', () => {
  const { grants } = world()
  expect(isWithin([{ entityId: invoices, permissions: ['delete'] }], grants)).toBe(true)
  expect(isWithin([{ entityId: orders, permissions: ['write'] }], grants)).toBe(false)
  expect(isWithin([{ entityId: null, permissions: ['read'] }], grants)).toBe(false)
  expect(isWithin([{ entityId: products, permissions: ['delete'] }], everything())).toBe(true)
  expect(isWithin([], grants)).toBe(true)
})
