import type { TokenInsert, TokenRights, TokenUpdate } from '../registry'
import { Policy } from '../../contract/policy'
import { describe, expect, test } from 'vitest'
import { TokensAsked, tokenStatuses } from '../../contract/token'
import type { EntityId, TokenId, UserId } from '../../contract/id'
import {
  addEntity,
  addToken,
  addUser,
  day,
  newProfile,
  newToken,
  today,
  told,
  change,
} from './profile.fixture'
import { createSqliteGatewayData } from './sqlite-gateway-data'

const asked = (userId: UserId, over: object = {}) => TokensAsked.parse({ userId, ...over })
const names = (page: { rows: { name: string }[] }) => page.rows.map((row) => row.name)
const rightsOf = (token: TokenInsert): TokenRights & { rightsMac: Buffer } => {
  const { kind: _kind, name: _name, note: _note, ...rest } = token
  const { system: _system, contact: _contact, keptIn: _place, ...others } = rest
  const { expiryZone: _zone, createdBy: _by, ...rights } = others
  return rights
}

describe('a new token', () => {
  test('is stored with its grants and its activity entry, and read back named', async () => {
    const { registry, rows } = newProfile()
    const { id } = await addUser(registry)
    const orders = await addEntity(registry, 'orders', 'Orders')
    const grants = [
      { entityId: null, permissions: ['read' as const] },
      { entityId: orders.id, permissions: ['read' as const, 'delete' as const] },
    ]
    const token = await addToken(registry, id, { name: 'ERP', note: 'SAP', grants })
    expect(token).toMatchObject({
      name: 'ERP',
      note: 'SAP',
      status: 'active',
      expiresAt: today + 30 * day,
      calls: 0,
      lastUsedAt: null,
      version: 1,
    })
    expect(token.grants).toEqual([
      { entityId: null, entityName: null, entityTitle: null, permissions: ['read'] },
      { ...orderGrant(orders.id), permissions: ['read', 'delete'] },
    ])
    expect(rows('select entity_id, permissions from token_grant')).toEqual([
      { entity_id: 0, permissions: 1 },
      { entity_id: orders.id, permissions: 5 },
    ])
    expect(rows("select * from activity where action = 'token.created'")).toHaveLength(1)
  })

  const orderGrant = (entityId: EntityId) => ({
    entityId,
    entityName: 'orders',
    entityTitle: 'Orders',
  })

  test('gives its rights back as they were sealed', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    const token = newToken(id, { startsAt: today + day })
    await registry.tokens.insert(token, today, told())
    expect(await registry.tokens.rights(token.tokenId)).toEqual({ ...rightsOf(token), version: 1 })
    expect(await registry.tokens.rights('nothing00000' as TokenId)).toBeNull()
  })

  test('may not have the name of another that is in use; a revoked one frees its name', async () => {
    const { registry, rows } = newProfile()
    const { id } = await addUser(registry)
    const other = await addUser(registry, { username: 'grace' })
    const first = await addToken(registry, id, { name: 'ERP' })
    await addToken(registry, other.id, { name: 'ERP' })
    const second = newToken(id, { name: 'erp' })
    expect(await registry.tokens.insert(second, today, told())).toBe('token_name_taken')
    expect(rows('select count(*) as n from token')).toEqual([{ n: 2 }])
    expect(rows('select * from activity')).toHaveLength(4)

    await registry.tokens.update([change(first.id, { revokedAt: today })], today)
    expect(await registry.tokens.insert(second, today, told())).toMatchObject({ name: 'erp' })
  })
})

describe('disabling and revoking', () => {
  test('write the row, its new seal and the activity entry together', async () => {
    const { registry, rows } = newProfile()
    const { id } = await addUser(registry)
    const token = await addToken(registry, id)
    const off = change(
      token.id,
      { enabled: false },
      { activity: told({ action: 'token.disabled' }) },
    )
    expect(await registry.tokens.update([off], today)).toMatchObject([
      { status: 'disabled', enabled: false, version: 2 },
    ])
    const end = change(
      token.id,
      { revokedAt: today + 7 },
      { ifVersion: 2, activity: told({ action: 'token.revoked' }) },
    )
    expect(await registry.tokens.update([end], today + 7)).toMatchObject([
      { status: 'revoked', revokedAt: today + 7, version: 3 },
    ])
    expect(rows('select enabled, revoked_at, rights_mac from token')).toEqual([
      { enabled: 0, revoked_at: today + 7, rights_mac: Buffer.alloc(32, 9) },
    ])
    expect(rows("select action from activity where action like 'token.%' order by seq")).toEqual(
      ['token.created', 'token.disabled', 'token.revoked'].map((action) => ({ action })),
    )
  })

  test('are refused for a token that is unknown, revoked or was changed meanwhile', async () => {
    const { registry, rows } = newProfile()
    const { id: userId } = await addUser(registry)
    const { id } = await addToken(registry, userId)
    const off = change(id, { enabled: false })
    const update = async (one: TokenUpdate) => registry.tokens.update([one], today)
    const unknown = 'nothing00000' as TokenId
    expect(await update({ ...off, id: unknown })).toEqual({ refused: 'not_found', id: unknown })
    const late = { ...off, ifVersion: 2 }
    expect(await update(late)).toEqual({ refused: 'changed_meanwhile', id })
    await update(change(id, { revokedAt: today }))
    expect(await update(late)).toEqual({ refused: 'token_revoked', id })
    expect(rows('select * from activity')).toHaveLength(3)
  })

  test('of several tokens happen all or not at all, and the one to blame is named', async () => {
    const { registry, rows } = newProfile()
    const { id: userId } = await addUser(registry)
    const [one, other] = [await addToken(registry, userId), await addToken(registry, userId)]
    const changes = [one, other].map(({ id }) => change(id, { enabled: false }))
    const late = changes.map((each, i) => ({ ...each, ifVersion: i + 1 }))
    expect(await registry.tokens.update(late, today)).toEqual({
      refused: 'changed_meanwhile',
      id: other.id,
    })
    expect(rows('select distinct enabled, version from token')).toEqual([
      { enabled: 1, version: 1 },
    ])
    expect(rows('select * from activity')).toHaveLength(3)
    await registry.tokens.update(changes, today)
    expect(rows('select distinct enabled, version from token')).toEqual([
      { enabled: 0, version: 2 },
    ])
    expect(rows('select * from activity')).toHaveLength(5)
  })
})

describe('the status of a token is the first that applies', () => {
  const everything = {
    revokedAt: today,
    enabled: false,
    startsAt: today + 1,
    expiresAt: today - 1,
  }
  test.each([
    ['revoked', everything, 'disabled'],
    ['disabled', { ...everything, revokedAt: null }, 'disabled'],
    ['user_disabled', { ...everything, revokedAt: null, enabled: true }, 'disabled'],
    ['not_yet_active', { startsAt: today + 1, expiresAt: today - 1 }, 'active'],
    ['expired', { startsAt: today, expiresAt: today }, 'active'],
    ['expiring_soon', { expiresAt: today + 1 }, 'active'],
    ['expiring_soon', { expiresAt: today + 7 * day }, 'active'],
    ['active', { expiresAt: today + 7 * day + 1 }, 'active'],
  ] as const)('%s: %o of a user who is %s', async (status, over, userStatus) => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    const token = await addToken(registry, id, over)
    if (userStatus === 'disabled')
      await registry.users.setStatus({ id, ifVersion: 1, status: 'disabled', at: today }, told())
    expect(await registry.tokens.get(token.id, today)).toMatchObject({ status })
  })
})

describe('the longest lifetime of the policy', () => {
  const limit = (longestLifetimeDays: number | null) =>
    Policy.parse({ longestLifetimeDays, neverAllowed: true, callsPerMinute: 600 })

  test('ends a token that was to live longer or for ever', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    const longer = await addToken(registry, id, { expiresAt: today + 300 * day })
    const never = await addToken(registry, id, { expiresAt: null })
    const shorter = await addToken(registry, id, { expiresAt: today + 5 * day })
    await registry.policy.set(limit(10), told({ action: 'policy.changed' }))
    const expiry = async (token: { id: TokenId }, now = today) => {
      const read = await registry.tokens.get(token.id, now)
      return [read?.expiresAt, read?.status]
    }
    expect(await expiry(longer)).toEqual([today + 10 * day, 'active'])
    expect(await expiry(never)).toEqual([today + 10 * day, 'active'])
    expect(await expiry(shorter)).toEqual([today + 5 * day, 'expiring_soon'])
    expect(await expiry(never, today + 10 * day)).toEqual([today + 10 * day, 'expired'])
  })

  test('without one, a token may live for ever', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    await registry.policy.set(limit(null), told())
    const never = await addToken(registry, id, { expiresAt: null })
    expect(never).toMatchObject({ expiresAt: null, status: 'active' })
  })
})

describe('the list of tokens', () => {
  test('shows one user’s tokens: current, revoked or all', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    const other = await addUser(registry, { username: 'grace' })
    await addToken(registry, id, { name: 'In use' })
    await addToken(registry, id, { name: 'Gone', revokedAt: today })
    await addToken(registry, other.id, { name: 'Of someone else' })
    const list = async (show: string) =>
      names(await registry.tokens.list(asked(id, { show, sort: 'name', direction: 'asc' }), today))
    expect(await list('current')).toEqual(['In use'])
    expect(await list('revoked')).toEqual(['Gone'])
    expect(await list('all')).toEqual(['Gone', 'In use'])
  })

  test('finds by name, token ID and note', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    const erp = await addToken(registry, id, { name: 'Übertrag', note: 'Kept in Tresor Ž' })
    await addToken(registry, id, { name: 'Web shop' })
    for (const search of ['ÜBER', 'uber', erp.id, 'tresor ž', 'TRÉSOR Z']) {
      const page = await registry.tokens.list(asked(id, { search }), today)
      expect([names(page), page.total]).toEqual([['Übertrag'], 1])
    }
  })

  test('puts an accent beside its letter, and keeps names apart that differ in one', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    for (const name of ['Web', 'Érp', 'Erp', 'Crm', 'Erp 2'])
      await addToken(registry, id, { name, note: 'z' })
    const list = asked(id, { sort: 'name', direction: 'asc' })
    expect(names(await registry.tokens.list(list, today))).toEqual([
      'Crm',
      'Érp',
      'Erp',
      'Erp 2',
      'Web',
    ])
  })

  test('puts those that never expire or were never used last', async () => {
    const { registry, folder } = newProfile()
    const { id } = await addUser(registry)
    await registry.policy.set(
      Policy.parse({ longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }),
      told(),
    )
    await addToken(registry, id, { name: 'Never', expiresAt: null })
    const soon = await addToken(registry, id, { name: 'Soon', expiresAt: today + day })
    const late = await addToken(registry, id, { name: 'Late', expiresAt: today + 90 * day })
    const gateway = createSqliteGatewayData({ folder })
    await gateway.keep(
      [soon, late].map((token, i) => ({
        tokenId: token.id,
        allowed: 2,
        refused: 1,
        lastUsedAt: today + i,
        lastUsedFrom: '10.0.0.1',
        calledAt: today + i,
        uses: [],
        secrets: [],
      })),
      [],
    )
    gateway.close()
    const list = async (sort: string, direction: string) =>
      (await registry.tokens.list(asked(id, { sort, direction }), today)).rows
    expect(names({ rows: await list('expiresAt', 'asc') })).toEqual(['Soon', 'Late', 'Never'])
    const byUse = await list('lastUsedAt', 'desc')
    expect(names({ rows: byUse })).toEqual(['Late', 'Soon', 'Never'])
    expect(byUse[0]).toMatchObject({
      lastUsedAt: today + 1,
      lastUsedFrom: '10.0.0.1',
      calls: 3,
      refusedCalls: 1,
    })
    expect(byUse[2]).toMatchObject({ lastUsedAt: null, calls: 0 })
  })

  test('sorts by status in the order of the badges', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    await addToken(registry, id, { name: 'Active' })
    await addToken(registry, id, { name: 'Expired', expiresAt: today })
    await addToken(registry, id, { name: 'Disabled', enabled: false })
    const page = await registry.tokens.list(asked(id, { sort: 'status', direction: 'asc' }), today)
    const places = page.rows.map((row) => tokenStatuses.indexOf(row.status))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(names(page)).toEqual(['Disabled', 'Expired', 'Active'])
  })
})
