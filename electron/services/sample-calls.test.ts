import { beforeEach, expect, test } from 'vitest'
import type { Entity, NewEntity } from '../contract/entity'
import { permissions, type Permission } from '../contract/permission'
import { NewToken } from '../contract/token'
import type { User } from '../contract/user'
import { openHouse, type House } from './house.fixture'

let house: House
let sap: User
let invoices: Entity
let orders: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  const account = { kind: 'service_account', username: 'sap', displayName: 'SAP' } as const
  sap = await house.users.create({ ...account, signIn: null })
  invoices = await house.createEntity('invoices')
  orders = await house.createEntity('orders')
})

type Granted = [entity: Entity | null, ...permissions: Permission[]]

async function samplesFor(...granted: Granted[]) {
  const { token } = await house.tokens.create(
    NewToken.parse({
      userId: sap.id,
      name: 'ERP',
      expiry: { kind: 'days', days: 30, zone: 'UTC' },
      grants: granted.map(([entity, ...given]) => ({
        entityId: entity?.id ?? null,
        permissions: given,
      })),
    }),
  )
  return house.sampleCalls(token.id)
}

const shown = (calls: Awaited<ReturnType<typeof samplesFor>>) =>
  calls.map((one) => (one.does === 'identity' ? 'identity' : `${one.does} ${one.entityName}`))

test.each<[string, () => Granted[], string[]]>([
  ['that may do nothing asks what it is', () => [], ['identity']],
  ['that may read lists', () => [[orders, 'read']], ['read orders']],
  ['that may only write creates', () => [[orders, 'write']], ['write orders']],
  ['that may only delete deletes', () => [[orders, 'delete']], ['delete orders']],
  [
    'that may do everything begins with what changes nothing',
    () => [[orders, ...permissions]],
    ['read orders', 'write orders', 'delete orders'],
  ],
  [
    'that may read one entity and write another shows the one it may read',
    () => [
      [invoices, 'write'],
      [orders, 'read'],
    ],
    ['read orders'],
  ],
  [
    'shows the entity granted by name before those of All entities',
    () => [
      [orders, 'write'],
      [null, 'read'],
    ],
    ['read orders', 'write orders'],
  ],
  [
    'for All entities shows the first one',
    () => [[null, 'read', 'write']],
    ['read invoices', 'write invoices'],
  ],
])('the sample of a token %s', async (_what, granted, expected) => {
  expect(shown(await samplesFor(...granted()))).toEqual(expected)
})

test('All entities where there is none yet asks what the token is', async () => {
  house.run('delete from entity')
  expect(await samplesFor([null, 'read'])).toEqual([{ does: 'identity' }])
})

const shipments = (customers: Entity) =>
  house.entities.create({
    name: 'shipments',
    title: 'Shipments',
    idempotencyKey: 'required',
    ifMatch: 'required',
    maxRecordBytes: 65_536,
    fields: [
      { name: 'customer', title: 'Customer', type: 'ref', required: true, entityId: customers.id },
    ] satisfies NewEntity['fields'],
  })

test('a sample points to a record that exists, and says where there is none', async () => {
  const customers = await house.createEntity('customers')
  const on = await shipments(customers)
  const [before] = await samplesFor([on, 'write'])
  expect(before).toMatchObject({ record: { customer: 'RECORD_ID' }, pointsTo: ['Customers'] })

  const saved = await house.records.create({ entityId: customers.id, data: { number: 'C-1' } })
  if (saved.outcome !== 'saved') throw new Error('not saved')
  const { rows } = await house.store.tokens.reaching({ entityId: on.id }, 1, house.now())
  const [after] = await house.sampleCalls(rows[0]!.token.id)
  expect(after).toMatchObject({ record: { customer: saved.record.id }, pointsTo: [] })
  const record = (after as { record: object }).record
  const created = await house.records.create({ entityId: on.id, data: record as never })
  expect(created.outcome).toBe('saved')
})

test('a sample carries the headers that its entity demands', async () => {
  const on = await shipments(invoices)
  expect(await samplesFor([on, 'write', 'delete'])).toMatchObject([
    { does: 'write', needsIdempotencyKey: true },
    { does: 'delete', needsIfMatch: true },
  ])
})
