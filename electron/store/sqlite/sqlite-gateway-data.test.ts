import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ClientId, EntityId, TokenId, UserId } from '../../contract/id'
import type { CallCount } from '../gateway-data'
import { findClientText } from './find-client'
import { findTokenText } from './find-token'
import { addToken, addUser, newProfile, newToken, today, told, change } from './profile.fixture'
import { createSqliteGatewayData } from './sqlite-gateway-data'

function newPair() {
  const profile = newProfile()
  const gateway = createSqliteGatewayData({ folder: profile.folder })
  onTestFinished(() => gateway.close())
  return { ...profile, gateway }
}

describe('looking up a token', () => {
  test('finds all that a verdict needs in one statement', async () => {
    const { registry, gateway } = newPair()
    const access = [
      { entityId: null, permissions: ['read' as const] },
      { entityId: 2 as EntityId, permissions: ['write' as const] },
    ]
    const user = await addUser(registry, { access })
    const grants = [
      { entityId: null, permissions: ['delete' as const] },
      { entityId: 12 as EntityId, permissions: ['read' as const, 'write' as const] },
    ]
    const token = newToken(user.id, { name: 'ERP', grants, startsAt: today })
    await registry.tokens.insert(token, today, told())
    const { kind: _, note: __, expiryZone: ___, createdBy: ____, ...others } = token
    const { system: _s, contact: _c, keptIn: _k, ...stored } = others
    expect(await gateway.findToken(token.tokenId)).toEqual({
      ...stored,
      userName: 'Ada Lovelace',
      username: 'ada',
      userActive: true,
      access,
      longestLifetimeDays: 366,
      usualCallsPerMinute: 600,
      unusedDisableDays: null,
      lastUsedAt: null,
      observedFrom: null,
    })
    expect(await gateway.findToken('nothing00000' as TokenId)).toBeNull()
  })

  test('scans no table', () => {
    const { folder } = newPair()
    const db = new Database(join(folder, 'registry.db'), { readonly: true })
    onTestFinished(() => void db.close())
    const plan = db
      .prepare<[string], { detail: string }>(`explain query plan ${findTokenText}`)
      .all('x')
      .map((step) => step.detail)
    expect(plan.filter((step) => step.startsWith('SEARCH'))).toHaveLength(10)
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  })

  test('sees at once what the registry changed, and that it changed', async () => {
    const { registry, gateway } = newPair()
    const user = await addUser(registry)
    const before = gateway.changeMarker()
    expect(gateway.changeMarker()).toBe(before)
    const token = await addToken(registry, user.id)
    const after = gateway.changeMarker()
    expect(after).not.toBe(before)
    expect(await gateway.findToken(token.id)).toMatchObject({ revokedAt: null })

    await registry.tokens.update([change(token.id, { revokedAt: today + 1 })], today)
    expect(gateway.changeMarker()).not.toBe(after)
    expect(await gateway.findToken(token.id)).toMatchObject({ revokedAt: today + 1 })
  })

  test('its own writing is no change of the registry', async () => {
    const { gateway } = newPair()
    const before = gateway.changeMarker()
    await gateway.keep([], [refused])
    expect(gateway.changeMarker()).toBe(before)
  })
})

describe('looking up client credentials', () => {
  const client = (userId: UserId) => ({
    clientId: 'C00000000001' as ClientId,
    userId,
    keyNumber: 1,
    digest: Buffer.alloc(32, 1),
    mac: Buffer.alloc(32, 2),
    revokedAt: null,
    createdAt: today,
    name: 'Apache',
    createdBy: 'Ada Lovelace',
  })

  test('finds all that decides about them in one statement', async () => {
    const { registry, gateway } = newPair()
    const access = [{ entityId: 2 as EntityId, permissions: ['write' as const] }]
    const user = await addUser(registry, { access, kind: 'service_account' })
    const before = gateway.changeMarker()
    await registry.clients.insert(client(user.id), told({ action: 'client.created' }))
    expect(gateway.changeMarker()).not.toBe(before)
    const { name: _, createdBy: __, ...stored } = client(user.id)
    expect(await gateway.findClient('C00000000001')).toEqual({
      ...stored,
      userActive: true,
      access,
    })
    expect(await gateway.findClient('nothing')).toBeNull()
  })

  test('scans no table', () => {
    const { folder } = newPair()
    const db = new Database(join(folder, 'registry.db'), { readonly: true })
    onTestFinished(() => void db.close())
    const plan = db
      .prepare<[string], { detail: string }>(`explain query plan ${findClientText}`)
      .all('x')
      .map((step) => step.detail)
    expect(plan.filter((step) => step.startsWith('SEARCH'))).toHaveLength(3)
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  })

  test('their calls add up, and the last one says when and from where', async () => {
    const { gateway, rows } = newPair()
    const count = { clientId: 'C00000000001' as ClientId, calls: 2, lastUsedAt: today }
    await gateway.keep([], [], [], [{ ...count, lastUsedFrom: '10.0.0.1' }])
    const later = { ...count, lastUsedAt: today + 1, lastUsedFrom: '10.0.0.2' }
    await gateway.keep([], [], [], [later])
    expect(rows('select * from gw.client_usage')).toEqual([
      {
        client_id: 'C00000000001',
        last_used_at: today + 1,
        last_used_from: '10.0.0.2',
        calls: 4,
      },
    ])
  })
})

test('the registry can be changed while the gateway is writing', async () => {
  const { registry, folder } = newPair()
  const writer = new Database(join(folder, 'gateway.db'))
  onTestFinished(() => void writer.close())
  writer.exec('begin immediate')
  await addUser(registry)
  writer.exec('rollback')
  expect(await registry.users.get(1 as UserId)).not.toBeNull()
})

const refused = {
  at: today,
  lastAt: today,
  calls: 1,
  source: '10.0.0.1',
  tokenId: null,
  method: 'GET',
  entity: null,
  permission: null,
  reason: 'no_token' as const,
  status: 401,
}

describe('what the gateway counts', () => {
  const count = (over: object = {}) => ({
    tokenId: 'T00000000000' as TokenId,
    allowed: 2,
    refused: 1,
    lastUsedAt: today as number | null,
    lastUsedFrom: '10.0.0.1' as string | null,
    calledAt: today,
    uses: [] as CallCount['uses'],
    secrets: [],
    ...over,
  })

  test('adds up, and a refused call is no use', async () => {
    const { gateway, rows } = newPair()
    await gateway.keep([count()], [refused])
    await gateway.keep([count({ allowed: 0, lastUsedAt: null, lastUsedFrom: null })], [refused])
    expect(rows('select * from gw.token_usage')).toEqual([
      {
        token_id: 'T00000000000',
        last_used_at: today,
        last_used_from: '10.0.0.1',
        allowed: 2,
        refused: 2,
      },
    ])
    expect(rows('select * from gw.call_hour')).toEqual([
      { hour: today / 3_600_000, allowed: 2, refused: 2 },
    ])
    expect(rows('select calls from gw.refused_call')).toEqual([{ calls: 2 }])
  })

  test('counts refused calls that are not listed, each in its hour', async () => {
    const { gateway, rows } = newPair()
    const hour = 3_600_000
    const unlisted = [today, today - hour].map((at) => ({ at, refused: 7 }))
    await gateway.keep([], [refused], unlisted)
    expect(rows('select hour, refused from gw.call_hour order by hour')).toEqual([
      { hour: today / hour - 1, refused: 7 },
      { hour: today / hour, refused: 8 },
    ])
    expect(rows('select id from gw.refused_call')).toHaveLength(1)
  })

  const listed = (calls: number, tokenId: string, reason: string) =>
    `insert into gw.refused_call (at, source, token_id, method, reason, status)
     with recursive n (i) as (select 1 union all select i + 1 from n where i < ${calls})
     select i, '10.0.0.1', ${tokenId}, 'GET', '${reason}', 401 from n`

  const T = 'T00000000000' as TokenId
  const onList = (rows: (sql: string) => unknown) =>
    rows(`select reason, count(*) as n, min(id) as oldest from gw.refused_call
      group by reason order by reason`)

  test('keeps the newest 100 000 refused calls', async () => {
    const { gateway, rows } = newPair()
    rows(listed(100_000, `'${T}'`, 'expired'))
    const expired = { ...refused, tokenId: T, reason: 'expired' as const }
    await gateway.keep([], [expired, { ...expired, source: '10.0.0.2' }])
    expect(onList(rows)).toEqual([{ reason: 'expired', n: 100_000, oldest: 3 }])
  })

  test('keeps the refusal of a real token through a flood of strangers', async () => {
    const { gateway, rows } = newPair()
    rows(listed(1, `'${T}'`, 'expired'))
    rows(listed(25_000, 'null', 'no_token'))
    rows(listed(25_000, `'made up ' || i`, 'unknown_token'))
    const others = [refused, { ...refused, tokenId: T, reason: 'unknown_token' as const }]
    await gateway.keep([], others)
    expect(onList(rows)).toEqual([
      { reason: 'expired', n: 1, oldest: 1 },
      { reason: 'no_token', n: 25_000, oldest: 3 },
      { reason: 'unknown_token', n: 25_000, oldest: 25_003 },
    ])
  })

  test('is kept as a whole or not at all', async () => {
    const { gateway, rows } = newPair()
    const broken = { ...refused, source: '10.0.0.2', at: 0.5 }
    await expect(gateway.keep([count()], [refused, broken])).rejects.toThrow('INTEGER')
    expect(rows('select * from gw.token_usage')).toEqual([])
    expect(rows('select * from gw.refused_call')).toEqual([])
  })
})
