import { expect, test } from 'vitest'
import { EntityId, UserId } from '../../electron/contract/id'
import { addressOf, filterFrom, filterPath, type AskedFilter } from './inventory-filter'

test('a filter comes back from its address as it was', () => {
  const filter: AskedFilter = {
    search: '2027',
    show: 'all',
    statuses: ['expired', 'revoked'],
    userId: UserId.parse(7),
    entityId: EntityId.parse(3),
    permission: 'delete',
    unusedDays: 90,
    withoutContact: true,
  }
  expect(filterFrom(addressOf(filter))).toEqual(filter)
})

test('texts in an address that stand for numbers and for yes are read as such', () => {
  expect(filterFrom({ unusedDays: '90', neverExpires: 'true', search: 2027 })).toEqual({
    unusedDays: 90,
    neverExpires: true,
    search: '2027',
  })
})

test('nonsense in an address is left out, and what is right beside it stays', () => {
  expect(
    filterFrom({
      statuses: 'expired,gone',
      userId: 'x',
      unusedDays: -4,
      neverUsed: false,
      permission: 'read',
      page: 3,
    }),
  ).toEqual({ permission: 'read' })
})

test('asking for statuses asks for revoked tokens among them too', () => {
  expect(filterFrom({ statuses: 'revoked' })).toEqual({ statuses: ['revoked'], show: 'all' })
})

test('a link to a list carries the filter, and nothing for an empty one', () => {
  expect(filterPath('/audit/all-tokens', { statuses: ['expired'], permission: 'delete' })).toBe(
    '/audit/all-tokens?statuses=expired&permission=delete',
  )
  expect(filterPath('/audit/all-tokens', {})).toBe('/audit/all-tokens')
})
