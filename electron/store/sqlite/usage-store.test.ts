import { expect, onTestFinished, test } from 'vitest'
import type { EntityId, TokenId } from '../../contract/id'
import { InventoryAsked } from '../../contract/inventory'
import { dayNumber } from '../../contract/time'
import type { CallCount } from '../gateway-data'
import { daysKept } from './keep-days'
import { addEntity, addToken, addUser, day, newProfile, today } from './profile.fixture'
import { createSqliteGatewayData } from './sqlite-gateway-data'

const orders = 1 as EntityId
const T = 'T00000000000' as TokenId
const number = dayNumber(today)

function newPair() {
  const profile = newProfile()
  const gateway = createSqliteGatewayData({ folder: profile.folder })
  onTestFinished(() => gateway.close())
  return { ...profile, gateway }
}

const counted = (over: Partial<CallCount> = {}): CallCount => ({
  tokenId: T,
  allowed: 2,
  refused: 1,
  lastUsedAt: today,
  lastUsedFrom: '10.0.0.1',
  calledAt: today,
  uses: [{ entityId: orders, permission: 'read', calls: 2, lastUsedAt: today }],
  secrets: [],
  ...over,
})

const onDay = (days: number) => {
  const at = today + days * day
  const uses = [{ entityId: orders, permission: 'read' as const, calls: 2, lastUsedAt: at }]
  return counted({ lastUsedAt: at, calledAt: at, uses })
}

test('calls add up to one row a token and day, and one more for each use of it', async () => {
  const { registry, gateway, rows } = newPair()
  await gateway.keep([onDay(-1), counted()], [])
  await gateway.keep([counted()], [])
  expect(rows('select * from gw.token_day')).toEqual([
    { token_id: T, day: number - 1, allowed: 2, refused: 1 },
    { token_id: T, day: number, allowed: 4, refused: 2 },
  ])
  expect(await registry.usage.days([T], number)).toEqual([
    { tokenId: T, day: number, allowed: 4, refused: 2 },
  ])
  await addEntity(registry, 'orders')
  expect(await registry.usage.uses(T, number)).toEqual([
    {
      entityId: orders,
      entityTitle: 'orders',
      permission: 'read',
      recentCalls: 4,
      calls: 6,
      lastUsedAt: today,
    },
  ])
})

test('refused calls alone have their day too', async () => {
  const { gateway, rows } = newPair()
  await gateway.keep([counted({ allowed: 0, lastUsedAt: null, uses: [], refused: 7 })], [])
  expect(rows('select day, allowed, refused from gw.token_day')).toEqual([
    { day: number, allowed: 0, refused: 7 },
  ])
})

test('days are kept for 400 of them, and forgotten piece by piece', async () => {
  const { gateway, rows } = newPair()
  rows(`insert into gw.token_day (token_id, day, allowed, refused)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 700)
    select 'T' || i, ${number - daysKept - 1}, 1, 0 from n`)
  await gateway.keep([onDay(-daysKept)], [])
  await gateway.keep([counted()], [])
  const days = () => rows('select day, count(*) as n from gw.token_day group by day order by day')
  expect(days()[0]).toEqual({ day: number - daysKept - 1, n: 200 })
  await gateway.keep([counted()], [])
  expect(days()).toEqual([
    { day: number - daysKept, n: 1 },
    { day: number, n: 1 },
  ])
  expect(rows('select day from gw.token_entity_day order by day')).toHaveLength(2)
})

test('forgetting looks into an index, and never through the table', () => {
  const { rows } = newPair()
  const plan = rows(
    'explain query plan select token_id, day from gw.token_day where day < 1 order by day limit 9',
  )
  expect(String(plan[0]?.['detail'])).toContain('token_day_by_day')
})

test('tokens with an unused right to delete are found once somebody looked for as long', async () => {
  const { registry, gateway, rows } = newPair()
  const { id } = await addUser(registry)
  const old = today - 300 * day
  const add = (name: string, entityId: EntityId | null, createdAt = old) =>
    addToken(registry, id, {
      name,
      createdAt,
      grants: [{ entityId, permissions: ['read', 'delete'] }],
    })
  await add('Unused', orders)
  const used = await add('Used', orders)
  const elsewhere = await add('Elsewhere', orders)
  const everywhere = await add('Everywhere', null)
  await add('Young', orders, today - 10 * day)
  await addToken(registry, id, {
    name: 'Reader',
    createdAt: old,
    grants: [{ entityId: orders, permissions: ['read'] }],
  })
  const deletes = (entityId: EntityId) => ({
    uses: [{ entityId, permission: 'delete' as const, calls: 1, lastUsedAt: today - 5 * day }],
  })
  await gateway.keep(
    [
      counted({ tokenId: used.id, ...deletes(orders) }),
      counted({ tokenId: elsewhere.id, ...deletes(9 as EntityId) }),
      counted({ tokenId: everywhere.id, ...deletes(9 as EntityId) }),
    ],
    [],
  )
  const found = async () => {
    const asked = InventoryAsked.parse({ unusedDeleteDays: 90, sort: 'name' })
    const page = await registry.tokens.inventory(asked, today)
    return page.rows.map((one) => one.token.name)
  }
  expect(await found()).toEqual([])
  gateway.beginObservation(today - 89 * day)
  expect(await found()).toEqual([])
  rows(`update gw.observation set since = ${today - 90 * day}`)
  expect(await found()).toEqual(['Elsewhere', 'Unused'])
})
