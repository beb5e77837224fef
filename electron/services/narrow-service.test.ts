import { beforeEach, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import { day } from '../contract/time'
import type { Token } from '../contract/token'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
let invoices: Entity
let orders: Entity
let token: Token
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  invoices = await house.createEntity('invoices')
  orders = await house.createEntity('orders')
  const sap = await house.users.create({
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP',
    signIn: null,
  })
  const made = await house.tokens.create({
    userId: sap.id,
    name: 'ERP',
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    expiry: { kind: 'days', days: 300, zone: 'Europe/Berlin' },
    grants: [
      { entityId: invoices.id, permissions: ['read', 'delete'] },
      { entityId: orders.id, permissions: ['read'] },
    ],
    enabled: true,
    start: null,
    networks: [],
    callsPerMinute: null,
  })
  token = made.token
  house.run(`insert into gw.observation (one, since) values (1, ${house.now()})`)
  house.pass(100 * 86_400)
  for (const { id } of [invoices, orders])
    house.run(`insert into gw.token_entity_usage (token_id, entity_id, permission, last_used_at, calls)
      values ('${token.id}', ${id}, 'read', ${house.now() - day}, 5)`)
  house.gateway.told.length = 0
})

const stored = async () => (await house.store.tokens.rights(token.id))!.grants
const asOf = (grants: Token['grants']) =>
  grants.map(({ entityId, permissions }) => ({ entityId, permissions }))
const proposal = async () => (await house.narrow.unused({ id: token.id, days: 90 })).proposed!

it('what was not used is said with since when one looked, and with the narrower grants', async () => {
  const found = await house.narrow.unused({ id: token.id, days: 90 })
  expect(found.unused).toEqual([
    {
      entityId: invoices.id,
      entityTitle: 'Invoices',
      permission: 'delete',
      lastUsedAt: null,
      observedSince: token.createdAt,
      isObserved: true,
      usedOn: [],
    },
  ])
  expect(asOf(found.proposed!)).toEqual([
    { entityId: invoices.id, permissions: ['read'] },
    { entityId: orders.id, permissions: ['read'] },
  ])
  expect((await house.narrow.unused({ id: token.id, days: 180 })).proposed).toBeNull()
})

it('narrowing is one change on record, sealed and told to the gateway, and can be undone', async () => {
  const before = await stored()
  const grants = asOf(await proposal())
  const { value } = await house.narrow.narrow({ id: token.id, version: 1, grants })
  expect(await stored()).toEqual(grants)
  expect(house.gateway.told).toEqual(['forget'])
  expect(house.lastEntry()).toMatchObject({
    action: 'token.permissions_changed',
    before: { permissions: ['Invoices: Read', 'Invoices: Delete', 'Orders: Read'] },
    after: { permissions: ['Invoices: Read', 'Orders: Read'] },
  })
  await house.narrow.undo({ id: token.id, version: value.version })
  expect(await stored()).toEqual(before)
  const { rightsMac, version, ...rights } = (await house.store.tokens.rights(token.id))!
  expect(version).toBe(3)
  expect(house.seals.rights(rights).equals(rightsMac)).toBe(true)
})

it('what is called narrower may not be wider', async () => {
  const grants = [{ entityId: orders.id, permissions: ['delete' as const] }]
  expect(await refusalOf(house.narrow.narrow({ id: token.id, version: 1, grants }))).toEqual({
    code: 'invalid_input',
    field: 'grants',
  })
  expect(await stored()).toHaveLength(2)
})

it('is not undone once somebody changed the token', async () => {
  const { value } = await house.narrow.narrow({ id: token.id, version: 1, grants: [] })
  const { version } = (
    await house.tokens.setEnabled({ id: token.id, version: value.version, enabled: false })
  ).value
  const refused = { code: 'changed_meanwhile' }
  expect(await refusalOf(house.narrow.undo({ id: token.id, version: value.version }))).toEqual(
    refused,
  )
  expect(await refusalOf(house.narrow.undo({ id: token.id, version }))).toEqual(refused)
  expect(await stored()).toEqual([])
})

it('a list asks for the days of all its tokens at once', async () => {
  const today = Math.floor(house.now() / day)
  house.run(`insert into gw.token_day (token_id, day, allowed, refused)
    values ('${token.id}', ${today}, 5, 2), ('${token.id}', ${today - 29}, 1, 0),
           ('${token.id}', ${today - 30}, 9, 9)`)
  const { from, tokens } = await house.usage.daily({ ids: [token.id] })
  expect(from).toBe((today - 29) * day)
  expect(tokens).toEqual([{ id: token.id, calls: [1, ...Array<number>(28).fill(0), 7] }])
  const { days } = await house.usage.usage({ id: token.id, days: 30 })
  expect(days).toHaveLength(30)
  expect(days.at(-1)).toEqual({ at: today * day, allowed: 5, refused: 2 })
})
