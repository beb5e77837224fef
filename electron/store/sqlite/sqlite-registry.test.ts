import { expect, onTestFinished, test } from 'vitest'
import { RefusedCallsAsked } from '../../contract/gateway'
import type { TokenId } from '../../contract/id'
import {
  addEntity,
  addToken,
  addUser,
  anchor,
  chain,
  day,
  newProfile,
  today,
  told,
} from './profile.fixture'
import { createSqliteGatewayData } from './sqlite-gateway-data'
import { createSqliteRegistry } from './sqlite-registry'

test('a setting is kept as it was handed over, and is not there before', async () => {
  const { registry } = newProfile()
  expect(await registry.settings.get('window')).toBeUndefined()
  await registry.settings.set('window', { theme: 'dark' }, told({ action: 'settings.changed' }))
  await registry.settings.set('window', { theme: 'light', list: [1] }, told())
  expect(await registry.settings.get('window')).toEqual({ theme: 'light', list: [1] })
})

test('wrong passwords are still counted after a restart', async () => {
  const { registry, folder } = newProfile()
  await registry.attempts.failed('Ada', today, told({ action: 'session.refused' }))
  await registry.attempts.failed('ADA', today + 9, told({ action: 'session.refused' }))
  registry.close()

  const again = createSqliteRegistry({ folder, chain, anchor })
  onTestFinished(() => again.close())
  expect(await again.attempts.get('ada')).toEqual({ failures: 2, lastFailedAt: today + 9 })
  expect(await again.attempts.get('grace')).toBeNull()
  await again.attempts.clear('aDa')
  expect(await again.attempts.get('ada')).toBeNull()
  expect(await again.activity.verify()).toMatchObject({ checked: 2, brokenAt: null })
})

test('wrong passwords under a name that no user has are forgotten after a day', async () => {
  const { registry, rows } = newProfile()
  await addUser(registry)
  const failed = (name: string, at: number) => registry.attempts.failed(name, at, told())
  await failed('ADA', today)
  await failed('unknown:1', today)
  await failed('unknown:2', today + 1)
  await failed('unknown:3', today + day)
  expect(rows('select username_key from sign_in_throttle')).toHaveLength(4)
  await failed('unknown:3', today + day + 1)
  expect(rows('select username_key, failures from sign_in_throttle')).toEqual([
    { username_key: 'ada', failures: 1 },
    { username_key: 'unknown:2', failures: 1 },
    { username_key: 'unknown:3', failures: 2 },
  ])
})

const refused = (over: object = {}) => ({
  at: today,
  source: '10.0.0.1',
  tokenId: null as TokenId | null,
  method: 'GET',
  entity: 'orders',
  permission: 'read' as const,
  reason: 'no_token' as const,
  status: 401,
  lastAt: today,
  calls: 1,
  ...over,
})

test('refused calls are listed newest first, with the token they were made with', async () => {
  const { registry, folder } = newProfile()
  const user = await addUser(registry)
  const token = await addToken(registry, user.id, { name: 'ERP' })
  const gateway = createSqliteGatewayData({ folder })
  onTestFinished(() => gateway.close())
  await gateway.keep([], [refused(), refused({ tokenId: token.id, reason: 'expired' })])

  const list = async (over: object) => registry.calls.refused(RefusedCallsAsked.parse(over))
  const all = await list({})
  expect(all.total).toBe(2)
  expect(all.rows).toEqual([
    {
      ...refused({ tokenId: token.id, reason: 'expired' }),
      id: 2,
      tokenName: 'ERP',
      userId: user.id,
    },
    { ...refused(), id: 1, tokenName: null, userId: null },
  ])
  expect((await list({ tokenId: token.id })).rows.map((row) => row.id)).toEqual([2])
  expect((await list({ reason: 'no_token' })).total).toBe(1)
})

test('the overview counts people, tokens by status, calls of a day and what expires next', async () => {
  const { registry, folder } = newProfile()
  const user = await addUser(registry)
  await addUser(registry, { kind: 'service_account', username: 'erp' })
  await addEntity(registry, 'orders')
  for (const days of [40, 3, 20, 50, 60, 70])
    await addToken(registry, user.id, { name: `${days} days`, expiresAt: today + days * day })
  await addToken(registry, user.id, { expiresAt: today - day })
  const token = await addToken(registry, user.id, { enabled: false })
  const gateway = createSqliteGatewayData({ folder })
  onTestFinished(() => gateway.close())
  const count = {
    tokenId: token.id,
    refused: 0,
    lastUsedFrom: '10.0.0.1',
    calledAt: today,
    uses: [],
    secrets: [],
  }
  await gateway.keep(
    [
      { ...count, allowed: 5, lastUsedAt: today },
      { ...count, allowed: 70, lastUsedAt: today - 2 * day },
    ],
    [refused(), refused({ at: today - 23 * 3_600_000 }), refused({ at: today - day })],
  )

  const overview = await registry.overview(today)
  expect(overview).toMatchObject({
    people: 1,
    serviceAccounts: 1,
    entities: 1,
    allowedToday: 5,
    refusedToday: 2,
  })
  expect(overview.tokensByStatus).toEqual({
    revoked: 0,
    disabled: 1,
    user_disabled: 0,
    not_yet_active: 0,
    expired: 1,
    expiring_soon: 1,
    active: 5,
  })
  expect(overview.nextToExpire.map((one) => one.name)).toEqual(
    [3, 20, 40, 50, 60].map((days) => `${days} days`),
  )
  expect(overview.nextToExpire[0]).toMatchObject({
    userName: 'Ada Lovelace',
    expiresAt: today + 3 * day,
    status: 'expiring_soon',
  })
})
