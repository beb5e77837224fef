import { expect, test } from 'vitest'
import { sameGrants, withoutCovered, withPermission } from './permission-grants'

test('ticking keeps the order read, write, delete; clearing the last box drops the grant', () => {
  const written = withPermission([], 1, 'write', true)
  expect(withPermission(written, 1, 'read', true)).toEqual([
    { entityId: 1, permissions: ['read', 'write'] },
  ])
  expect(withPermission(written, 1, 'write', false)).toEqual([])
})

test('a tick in one row leaves the grants of the others the very same objects', () => {
  const orders = { entityId: 2, permissions: ['read' as const] }
  expect(withPermission([orders], null, 'read', true)[0]).toBe(orders)
})

test('what All entities gives is not said a second time', () => {
  expect(
    withoutCovered([
      { entityId: null, permissions: ['read'] },
      { entityId: 1, permissions: ['read', 'delete'] },
      { entityId: 2, permissions: ['read'] },
    ]),
  ).toEqual([
    { entityId: null, permissions: ['read'] },
    { entityId: 1, permissions: ['delete'] },
  ])
})

test('grants are the same in whatever order they come', () => {
  const some = [
    { entityId: 1, permissions: ['write' as const, 'read' as const] },
    { entityId: null, permissions: ['read' as const] },
  ]
  expect(sameGrants(some, [some[1]!, { entityId: 1, permissions: ['read', 'write'] }])).toBe(true)
  expect(sameGrants(some, [some[1]!])).toBe(false)
})
