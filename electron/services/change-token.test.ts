import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import type { NewToken, Token, TokenChange } from '../contract/token'
import type { User } from '../contract/user'
import { Policy } from '../contract/policy'
import { openHouse, refusalOf, type House } from './house.fixture'

const day = 86_400_000
const zone = 'Europe/Berlin'

let house: House
let sap: User
let invoices: Entity
let orders: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  sap = await house.users.create({
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP',
    signIn: null,
  })
  invoices = await house.createEntity('invoices')
  orders = await house.createEntity('orders')
})

async function create(more: Partial<NewToken> = {}): Promise<Token> {
  const { token } = await house.tokens.create({
    userId: sap.id,
    name: 'ERP',
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    expiry: { kind: 'days', days: 30, zone },
    grants: [{ entityId: invoices.id, permissions: ['read'] }],
    enabled: true,
    start: null,
    networks: [],
    callsPerMinute: null,
    ...more,
  })
  return token
}

const change = (token: Token, what: Omit<TokenChange, 'id' | 'version'>) =>
  house.changeToken({ id: token.id, version: token.version, ...what })
const changed = async (token: Token, what: Omit<TokenChange, 'id' | 'version'>) =>
  (await change(token, what)).value

const setPolicy = (over: Partial<Policy>) =>
  house.policy.set(
    Policy.parse({
      longestLifetimeDays: null,
      neverAllowed: true,
      callsPerMinute: 600,
      ...over,
    }),
  )

const narrow = async (...permissions: ('read' | 'write' | 'delete')[]) => {
  const { version } = await house.access.get(sap.id)
  const grants = permissions.length === 0 ? [] : [{ entityId: invoices.id, permissions }]
  await house.access.set({ userId: sap.id, version, grants })
}

describe('a changed token', () => {
  it('keeps its secret and ID, has rights sealed anew, and holds from the next call on', async () => {
    const token = await create()
    const before = await house.store.tokens.rights(token.id)
    house.gateway.told.length = 0
    const after = await changed(token, {
      name: 'ERP nightly',
      note: 'Moved',
      system: 'S/4HANA',
      contact: 'finance-apps',
      keptIn: 'Vault',
      expiry: { kind: 'days', days: 60, zone },
      grants: [{ entityId: orders.id, permissions: ['read', 'write'] }],
      start: { date: '2026-12-01', zone },
      networks: ['10.1.2.3/16'],
      callsPerMinute: 30,
    })
    expect(after).toMatchObject({
      id: token.id,
      name: 'ERP nightly',
      system: 'S/4HANA',
      contact: 'finance-apps',
      keptIn: 'Vault',
      status: 'not_yet_active',
      networks: ['10.1.0.0/16'],
      callsPerMinute: 30,
      version: 2,
    })
    const stored = (await house.store.tokens.rights(token.id))!
    expect(stored.digest.equals(before!.digest)).toBe(true)
    const { rightsMac, version: _version, ...rights } = stored
    expect(house.seals.rights(rights).equals(rightsMac)).toBe(true)
    expect(rights.grants).toEqual([{ entityId: orders.id, permissions: ['read', 'write'] }])
    expect(house.gateway.told).toEqual(['forget'])
  })

  it('is told with only what differs', async () => {
    const token = await create({ note: 'Old' })
    await changed(token, { name: 'ERP', note: 'New', contact: 'Jana' })
    expect(house.lastEntry()).toMatchObject({
      action: 'token.changed',
      subjectId: token.id,
      before: { note: 'Old', contact: '' },
      after: { note: 'New', contact: 'Jana' },
    })
    expect(Object.keys(house.lastEntry().after)).toEqual(['note', 'contact'])
  })

  it('that differs in nothing leaves no entry and no new version', async () => {
    const token = await create()
    const count = house.actions().length
    expect(await changed(token, { name: 'ERP', grants: token.grants })).toMatchObject({
      version: 1,
    })
    expect(house.actions()).toHaveLength(count)
  })

  it('that somebody changed meanwhile, or that is revoked, is left as it is', async () => {
    const token = await create()
    await changed(token, { note: 'First' })
    expect(await refusalOf(change(token, { note: 'Second' }))).toEqual({
      code: 'changed_meanwhile',
    })
    await house.tokens.revoke({ id: token.id })
    expect(await refusalOf(change({ ...token, version: 3 }, { note: 'Third' }))).toEqual({
      code: 'token_revoked',
    })
    expect(house.rows('select note from token')).toEqual([{ note: 'First' }])
  })

  it('whose row was edited outside Keyward gets no new seal', async () => {
    const token = await create()
    house.run('update token set expires_at = expires_at + 1')
    expect(await refusalOf(change(token, { note: 'x' }))).toEqual({ code: 'token_tampered' })
  })

  it('cannot have the name of another token of its user', async () => {
    await create({ name: 'Other' })
    const token = await create()
    expect(await refusalOf(change(token, { name: 'OTHER' }))).toMatchObject({
      code: 'token_name_taken',
      field: 'name',
    })
  })
})

describe('the permissions of a changed token', () => {
  it('may keep what its user has lost, and may not gain it', async () => {
    const token = await create({
      grants: [{ entityId: invoices.id, permissions: ['read', 'write'] }],
    })
    await narrow('read', 'delete')
    const kept = await changed(token, {
      grants: [{ entityId: invoices.id, permissions: ['read', 'write', 'delete'] }],
    })
    expect(kept.grants[0]?.permissions).toEqual(['read', 'write', 'delete'])
    const without = await changed(kept, {
      grants: [{ entityId: invoices.id, permissions: ['read'] }],
    })
    const again = {
      grants: [{ entityId: invoices.id, permissions: ['read' as const, 'write' as const] }],
    }
    expect(await refusalOf(change(without, again))).toMatchObject({ code: 'beyond_access' })
  })

  it('may be narrowed from all entities to one, whatever its user may do now', async () => {
    const token = await create({ grants: [{ entityId: null, permissions: ['read'] }] })
    await narrow()
    const less = await changed(token, { grants: [{ entityId: orders.id, permissions: ['read'] }] })
    expect(less.grants).toMatchObject([{ entityId: orders.id, permissions: ['read'] }])
  })
})

describe('the expiry of a changed token', () => {
  it('brings an expired token back', async () => {
    const token = await create()
    house.pass(40 * 86_400)
    expect(await house.tokens.get(token.id)).toMatchObject({ status: 'expired' })
    expect(await changed(token, { expiry: { kind: 'days', days: 30, zone } })).toMatchObject({
      status: 'active',
    })
  })

  it('is counted from its creation where the policy limits its life', async () => {
    await setPolicy({ longestLifetimeDays: 90 })
    const token = await create()
    house.pass(60 * 86_400)
    const end = await changed(token, { expiry: { kind: 'days', days: 30, zone } })
    expect(end.expiresAt).toBe(token.createdAt + 90 * day)
    expect(
      await refusalOf(change(end, { expiry: { kind: 'days', days: 32, zone } })),
    ).toMatchObject({ code: 'expiry_beyond_policy', detail: { days: 90 } })
    house.pass(40 * 86_400)
    expect(await refusalOf(change(end, { expiry: { kind: 'days', days: 1, zone } }))).toMatchObject(
      {
        code: 'expiry_beyond_policy',
      },
    )
  })

  it('stays as it is where it is left out, also beyond a policy of later', async () => {
    const token = await create({ expiry: { kind: 'days', days: 300, zone } })
    await setPolicy({ longestLifetimeDays: 90 })
    const after = await changed(token, { note: 'Still here' })
    expect(after).toMatchObject({
      isExpiryLimited: true,
      expiresAt: token.createdAt + 90 * day,
      ownExpiresAt: token.expiresAt,
    })
  })

  it('never comes before the start, whichever of the two is changed', async () => {
    const token = await create({ start: { date: '2026-12-10', zone } })
    const early = change(token, { expiry: { kind: 'date', date: '2026-12-05', zone } })
    expect(await refusalOf(early)).toEqual({ code: 'start_not_before_expiry', field: 'start' })
    const late = change(token, { start: { date: '2027-06-01', zone } })
    expect(await refusalOf(late)).toEqual({ code: 'start_not_before_expiry', field: 'start' })
  })
})

describe('a clone', () => {
  it('is a token of its own that says whose settings it has', async () => {
    const token = await create()
    await house.tokens.revoke({ id: token.id })
    const { name } = await house.tokens.nameLike(token.id)
    expect(name).toBe('ERP (2)')
    const clone = await create({ name, clonedFrom: token.id })
    expect(clone.id).not.toBe(token.id)
    expect(house.lastEntry()).toMatchObject({
      action: 'token.created',
      after: { clonedFrom: `ERP (${token.id})` },
    })
    expect(await house.tokens.nameLike(clone.id)).toEqual({ name: 'ERP (3)' })
  })
})

it('a new name fits the forms that the policy wants; the one that a token has may stay', async () => {
  const token = await create()
  await setPolicy({ namePatterns: ['SAP-##'] })
  const kept = await changed(token, { name: 'ERP', note: 'Moved' })
  expect(await refusalOf(change(kept, { name: 'ERP nightly' }))).toMatchObject({
    code: 'name_not_allowed',
    field: 'name',
  })
  expect(house.rows('select name from token')).toEqual([{ name: 'ERP' }])
  expect((await changed(kept, { name: 'SAP-01' })).name).toBe('SAP-01')
})
