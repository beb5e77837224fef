import { expect, test } from 'vitest'
import type { EntityId } from '../../contract/id'
import { InventoryAsked } from '../../contract/inventory'
import { Policy } from '../../contract/policy'
import { createSqliteGatewayData } from './sqlite-gateway-data'
import {
  addToken,
  addUser,
  change,
  day,
  newProfile,
  newToken,
  today,
  told,
  addEntity,
} from './profile.fixture'

const [invoices, orders] = [1 as EntityId, 2 as EntityId]
const write = { permissions: ['write' as const] }

/** One token for each question that can be asked about all of them. */
async function filled() {
  const { registry, folder } = newProfile()
  await addEntity(registry, 'invoices')
  await addEntity(registry, 'orders', 'Sales orders')
  const policy = { longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }
  await registry.policy.set(Policy.parse({ ...policy, unusedFlagDays: 60 }), told())
  const ada = await addUser(registry, { username: 'ada', displayName: 'Ada Lovelace' })
  const sap = await addUser(registry, { username: 'sap', displayName: 'SAP Finance' })
  const old = { createdAt: today - 100 * day }
  const add = (name: string, over: Parameters<typeof newToken>[1] = {}, user = ada) =>
    addToken(registry, user.id, { name, grants: [], ...old, ...over })
  await add('Ended', { expiresAt: today - day })
  await add('Soon', { expiresAt: today + 5 * day, contact: 'Grace Hopper' })
  await add('Never', { expiresAt: null, grants: [{ entityId: null, permissions: ['read'] }] })
  await add('Orders', { grants: [{ entityId: orders, ...write }], createdAt: today - day }, sap)
  await add('Invoices', { grants: [{ entityId: invoices, ...write }] }, sap)
  const gone = await add('Gone')
  await registry.tokens.update([change(gone.id, { revokedAt: today })], today)
  const turned = await add('Turned')
  const digest = Buffer.alloc(32, 3)
  const oldSecrets = [{ number: 1, keyNumber: 1, digest, validUntil: today + day }]
  await registry.tokens.update([change(turned.id, { secretNumber: 2, oldSecrets })], today)
  const user = await registry.users.setStatus(
    { id: sap.id, ifVersion: sap.version, status: 'disabled', at: today },
    told(),
  )
  if (typeof user === 'string') throw new Error(user)

  const { rows } = await registry.tokens.inventory(InventoryAsked.parse({}), today)
  const idOf = (name: string) => rows.find((one) => one.token.name === name)!.token.id
  const gateway = createSqliteGatewayData({ folder })
  gateway.beginObservation(today - 90 * day)
  const called = (name: string, at: number) => ({
    tokenId: idOf(name),
    allowed: 3,
    refused: 0,
    lastUsedAt: at,
    lastUsedFrom: '10.0.0.1',
    calledAt: at,
    uses: [],
    secrets: [],
  })
  const refused = {
    at: today - 60_000,
    lastAt: today - 60_000,
    calls: 2,
    source: '10.0.0.9',
    tokenId: idOf('Ended'),
    method: 'GET',
    entity: 'orders',
    permission: 'read' as const,
    reason: 'expired' as const,
    status: 401,
  }
  await gateway.keep([called('Soon', today - day), called('Never', today - 70 * day)], [refused])
  gateway.close()
  return { registry, sap }
}

type Filled = Awaited<ReturnType<typeof filled>>

async function named({ registry }: Filled, asked: Partial<InventoryAsked>) {
  const page = await registry.tokens.inventory(InventoryAsked.parse(asked), today)
  expect(page.total).toBe(page.rows.length)
  return page.rows.map((one) => one.token.name)
}

test('the tokens of all users come by their expiry, those that never end last', async () => {
  const here = await filled()
  expect(await named(here, {})).toEqual(['Ended', 'Soon', 'Orders', 'Invoices', 'Turned', 'Never'])
  const down = await named(here, { direction: 'desc' })
  expect(down.at(-1)).toBe('Never')
})

test('each part of a filter leaves exactly the tokens that it names', async () => {
  const here = await filled()
  const left = async (asked: Partial<InventoryAsked>) =>
    (await named(here, asked)).toSorted((a, b) => a.localeCompare(b))
  expect(await left({ search: 'grace' })).toEqual(['Soon'])
  expect(await left({ search: 'sap' })).toEqual(['Invoices', 'Orders'])
  expect(await left({ search: 'sales ord' })).toEqual(['Orders'])
  expect(await left({ show: 'revoked' })).toEqual(['Gone'])
  expect(await left({ statuses: ['expired', 'expiring_soon'] })).toEqual(['Ended', 'Soon'])
  expect(await left({ userId: here.sap.id })).toEqual(['Invoices', 'Orders'])
  expect(await left({ userStatus: 'disabled' })).toEqual(['Invoices', 'Orders'])
  expect(await left({ entityId: orders })).toEqual(['Never', 'Orders'])
  expect(await left({ permission: 'write' })).toEqual(['Invoices', 'Orders'])
  expect(await left({ permission: 'write', entityId: orders })).toEqual(['Orders'])
  expect(await left({ expiresWithinDays: 7 })).toEqual(['Soon'])
  expect(await left({ expiresBefore: today })).toEqual(['Ended'])
  expect(await left({ expiresFrom: today, expiresBefore: today + 6 * day })).toEqual(['Soon'])
  expect(await left({ neverExpires: true })).toEqual(['Never'])
  expect(await left({ usedWithinDays: 7 })).toEqual(['Soon'])
  expect(await left({ neverUsed: true })).toEqual(['Ended', 'Invoices', 'Orders', 'Turned'])
  expect(await left({ unusedDays: 70 })).toEqual(['Ended', 'Invoices', 'Never', 'Turned'])
  expect(await left({ unusedDays: 90 })).toEqual(['Ended', 'Invoices', 'Turned'])
  expect(await left({ unusedMark: 'flagged' })).toEqual(['Ended', 'Invoices', 'Never', 'Turned'])
  expect(await left({ calledAfterExpiry: true })).toEqual(['Ended'])
  expect(await left({ rotating: true })).toEqual(['Turned'])
  expect(await left({ withoutContact: true, search: 'sap' })).toEqual(['Invoices', 'Orders'])
})

test('going through all of them piece by piece meets each once, in the order of the list', async () => {
  const { registry } = await filled()
  const { rows } = await registry.tokens.inventory(InventoryAsked.parse({ sort: 'name' }), today)
  const ids = await registry.tokens.inventoryIds(
    { show: 'current' },
    { sort: 'name', direction: 'asc' },
    today,
  )
  expect(ids).toEqual(rows.map((one) => one.token.id))
  expect(await registry.tokens.inventoryOf(ids, today)).toEqual(rows)
})

test('a token left unused beyond the limit counts as disabled, and says why', async () => {
  const here = await filled()
  const policy = Policy.parse({
    longestLifetimeDays: null,
    neverAllowed: true,
    callsPerMinute: 600,
    unusedDisableDays: 80,
  })
  await here.registry.policy.set(policy, told())
  const { rows } = await here.registry.tokens.inventory(
    InventoryAsked.parse({ unusedMark: 'disabled', userStatus: 'active' }),
    today,
  )
  expect(rows.map(({ token }) => [token.name, token.status, token.enabled])).toEqual([
    ['Ended', 'disabled', true],
    ['Turned', 'disabled', true],
  ])
})
