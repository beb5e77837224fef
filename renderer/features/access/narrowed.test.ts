import { expect, test } from 'vitest'
import { EntityId, TokenId, UserId } from '../../../electron/contract/id'
import type { Matrix } from '../../../electron/contract/matrix'
import type { Permission } from '../../../electron/contract/permission'
import { narrowedBy } from './narrowed'

const [orders, invoices] = [EntityId.parse(1), EntityId.parse(2)]

const row = (name: string, ...cells: Permission[][]): Matrix['rows'][number] => ({
  tokenId: TokenId.parse('AAAAAAAAAAAA'),
  name,
  userId: UserId.parse(7),
  userName: 'ERP',
  status: 'active',
  expiresAt: null,
  lastUsedAt: null,
  power: 0,
  cells: cells.map((effective) => ({ granted: ['read', 'write', 'delete'], effective })),
})

const matrix = {
  entities: [
    { id: orders, name: 'orders', title: 'Orders' },
    { id: invoices, name: 'invoices', title: 'Invoices' },
  ],
  rows: [
    row('Reader', ['read'], []),
    row('Writer', ['read', 'write'], ['read']),
    row('Idle', [], []),
  ],
}

const names = (...grants: Parameters<typeof narrowedBy>[1]) =>
  narrowedBy(matrix, grants).map((one) => one.name)

test('a token is narrowed by what it may do now and would not any more', () => {
  expect(names({ entityId: orders, permissions: ['read'] })).toEqual(['Writer'])
  expect(names()).toEqual(['Reader', 'Writer'])
  expect(
    names(
      { entityId: orders, permissions: ['read', 'write'] },
      { entityId: invoices, permissions: ['read'] },
    ),
  ).toEqual([])
})

test('what All entities allow is allowed on each; what a token lost before is not lost again', () => {
  expect(names({ entityId: null, permissions: ['read', 'write'] })).toEqual([])
  expect(
    names({ entityId: null, permissions: ['read'] }, { entityId: orders, permissions: ['write'] }),
  ).toEqual([])
})
