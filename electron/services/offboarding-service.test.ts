import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import type { Offboarding, TokenLot } from '../contract/offboarding'
import { TokenLot as TokenLotSchema } from '../contract/offboarding'
import type { NewToken, Token } from '../contract/token'
import type { User } from '../contract/user'
import { openHouse, refusalOf, type House } from './house.fixture'

const zone = 'Europe/Berlin'

let house: House
let petrov: User
let sap: User
let invoices: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  petrov = await addUser('person', 'petrov')
  sap = await addUser('service_account', 'sap')
  invoices = await house.createEntity('invoices')
})

const addUser = (kind: User['kind'], username: string) =>
  house.users.create({ kind, username, displayName: username.toUpperCase(), signIn: null })

const issue = (name: string, more: Partial<NewToken> = {}) =>
  house.tokens.create({
    userId: petrov.id,
    name,
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    expiry: { kind: 'days', days: 90, zone },
    grants: [{ entityId: invoices.id, permissions: ['read', 'write'] }],
    enabled: true,
    start: null,
    networks: [],
    callsPerMinute: null,
    ...more,
  })

const revoke = ({ id, version }: Token): TokenLot => ({ kind: 'revoke', id, version })
const transfer = ({ id, version, name }: Token, more: object = {}): TokenLot =>
  TokenLotSchema.parse({ kind: 'transfer', id, version, name, toUserId: sap.id, ...more })

const offboard = (tokens: TokenLot[], more: Partial<Offboarding> = {}) =>
  house.offboarding.offboard({
    userId: petrov.id,
    version: petrov.version,
    tokens,
    targets: [{ userId: sap.id, version: sap.version }],
    revokedClients: [],
    ...more,
  })

/** Everything that an offboarding may write. */
const written = () => ({
  users: house.rows('select status, version from user'),
  tokens: house.rows('select user_id, name, revoked_at, expires_at, version from token'),
  clients: house.rows('select revoked_at from client'),
  entries: house.actions().length,
})

describe('disabling a user', () => {
  it('settles each token in one transaction and one group of entries', async () => {
    const { token: kept, secret } = await issue('Report')
    const { token: dropped } = await issue('Old')
    const { token: left } = await issue('Own')
    house.gateway.told.length = 0
    const { value } = await offboard([
      transfer(kept, { until: { date: '2026-12-31', zone } }),
      revoke(dropped),
    ])
    expect(value).toMatchObject({ id: petrov.id, status: 'disabled' })
    expect(await house.tokens.get(kept.id)).toMatchObject({
      userId: sap.id,
      status: 'active',
      expiresAt: Date.UTC(2026, 11, 31, 22, 59, 59, 999),
      expiryZone: zone,
    })
    expect(await house.tokens.get(dropped.id)).toMatchObject({ status: 'revoked' })
    expect(await house.tokens.get(left.id)).toMatchObject({
      userId: petrov.id,
      status: 'user_disabled',
    })
    expect(await house.identify(secret)).toMatchObject({
      outcome: 'found',
      by: 'token',
      token: { id: kept.id },
    })
    const stored = (await house.store.tokens.rights(kept.id))!
    const { rightsMac, version: _version, ...rights } = stored
    expect(house.seals.rights(rights).equals(rightsMac)).toBe(true)
    expect(house.gateway.told).toEqual(['forget'])

    const entries = house.rows(
      'select action, group_id, after from activity order by seq desc limit 3',
    )
    expect(entries.map((one) => one.action)).toEqual([
      'token.revoked',
      'token.transferred',
      'user.disabled',
    ])
    expect(new Set(entries.map((one) => one.group_id)).size).toBe(1)
    expect(entries[0]?.group_id).toMatch(/^offboarding:/)
    expect(JSON.parse(String(entries[2]?.after))).toEqual({
      status: 'disabled',
      tokensTransferred: 1,
      tokensRevoked: 1,
    })
    expect(JSON.parse(String(entries[1]?.after))).toEqual({
      user: 'SAP',
      expiresAt: '2026-12-31T22:59:59.999Z',
    })
  })

  it('does nothing at all where one token was changed meanwhile, and names it', async () => {
    const { token: first } = await issue('First')
    const { token: second } = await issue('Second')
    await house.changeToken({ id: second.id, version: second.version, note: 'Moved' })
    const before = written()
    for (const lots of [
      [revoke(first), revoke(second)],
      [transfer(first), transfer(second)],
    ])
      expect(await refusalOf(offboard(lots))).toEqual({
        code: 'changed_meanwhile',
        detail: { about: 'Second' },
      })
    expect(written()).toEqual(before)
  })

  it('undoes what it wrote where the store finds a name taken', async () => {
    const { token: first } = await issue('First')
    const { token: second } = await issue('Second')
    await issue('Second', { userId: sap.id })
    const before = written()
    expect(await refusalOf(offboard([revoke(first), transfer(second)]))).toEqual({
      code: 'token_name_taken',
      detail: { about: 'Second' },
    })
    expect(written()).toEqual(before)
  })

  it.each([
    ['disabled', 'transfer_target_unfit'],
    ['narrowed since it was shown', 'changed_meanwhile'],
  ] as const)('transfers nothing to a user who is %s', async (what, code) => {
    const { token } = await issue('Report')
    if (what === 'disabled')
      await house.users.setStatus({ id: sap.id, version: 1, status: 'disabled' })
    else await house.access.set({ userId: sap.id, version: 1, grants: [] })
    const before = written()
    expect(await refusalOf(offboard([transfer(token)]))).toEqual({ code, detail: { about: 'SAP' } })
    expect(written()).toEqual(before)
  })

  it('transfers to service accounts only, and never to the user who leaves', async () => {
    const { token } = await issue('Report')
    const ada = await house.userNamed('ada')
    const to = (user: User) =>
      offboard([transfer(token, { toUserId: user.id })], {
        targets: [{ userId: user.id, version: user.version }],
      })
    expect(await refusalOf(to(ada))).toMatchObject({ code: 'transfer_target_unfit' })
    expect(await refusalOf(to(petrov))).toMatchObject({ code: 'transfer_target_unfit' })
    expect(await house.tokens.get(token.id)).toMatchObject({ userId: petrov.id, version: 1 })
  })

  it('takes no token of another user, and none whose row was edited', async () => {
    const { token: others } = await issue('Other', { userId: sap.id })
    expect(await refusalOf(offboard([revoke(others)]))).toMatchObject({ code: 'changed_meanwhile' })
    const { token } = await issue('Report')
    house.run(`update token set enabled = 0 where token_id = '${token.id}'`)
    expect(await refusalOf(offboard([transfer(token)]))).toMatchObject({ code: 'token_tampered' })
    await offboard([revoke(token)])
    expect(await house.tokens.get(token.id)).toMatchObject({ status: 'revoked' })
  })

  it('keeps a token until a day within the policy only', async () => {
    const { token } = await issue('Report')
    const until = (date: string) => offboard([transfer(token, { until: { date, zone } })])
    expect(await refusalOf(until('2026-11-20'))).toMatchObject({
      code: 'expiry_in_past',
      detail: { about: 'Report' },
    })
    expect(await refusalOf(until('2028-11-20'))).toMatchObject({ code: 'expiry_beyond_policy' })
  })

  it('deletes credentials for introspection where that is chosen', async () => {
    const system = await addUser('service_account', 'desk')
    const { client } = await house.clients.create({ userId: system.id, name: 'Order desk' })
    expect(await house.offboarding.belongings(system.id)).toMatchObject({
      tokens: [],
      clients: [{ id: client.id }],
    })
    const asked = { userId: system.id, version: 1, revokedClients: [client.id] }
    await offboard([], asked)
    expect(house.rows('select revoked_at from client')).toEqual([{ revoked_at: house.now() }])
    expect(house.actions().slice(-2)).toEqual(['user.disabled', 'client.revoked'])
    expect(await refusalOf(offboard([], asked))).toEqual({ code: 'changed_meanwhile' })
  })

  it('leaves the last administrator as they are', async () => {
    const ada = await house.userNamed('ada')
    const { token } = await issue('Report', { userId: ada.id })
    const alone = offboard([revoke(token)], { userId: ada.id, version: ada.version })
    expect(await refusalOf(alone)).toMatchObject({ code: 'last_administrator' })
    expect(await house.tokens.get(token.id)).toMatchObject({ status: 'active' })
  })

  it('settles 500 tokens at once', async () => {
    await issue('Report 0')
    house.run(`with recursive more(n) as (select 1 union all select n + 1 from more where n < 499)
      insert into token (token_id, user_id, kind, name, name_key, search_key, note, key_number,
        digest, rights_mac, enabled, created_at, created_by, version, networks, expires_at)
      select printf('Many%08d', n), user_id, kind, 'Report ' || n, 'report ' || n, 'report ' || n,
        note, key_number, randomblob(32), rights_mac, 1, created_at, created_by, 1, networks,
        expires_at
      from token, more`)
    const { tokens } = await house.offboarding.belongings(petrov.id)
    expect(tokens).toHaveLength(500)
    await offboard(tokens.map(revoke))
    expect(house.rows('select count(*) n from token where revoked_at is null')).toEqual([{ n: 0 }])
    expect(house.rows('select count(distinct group_id) n from activity')).toEqual([{ n: 1 }])
  })
})

describe('before a transfer', () => {
  const preview = async (...tokens: Token[]) =>
    house.offboarding.preview({
      userId: petrov.id,
      transfers: tokens.map(({ id }) => ({ id, toUserId: sap.id })),
    })

  it('a name that the new user has already gives way, once for each', async () => {
    await issue('Report', { userId: sap.id })
    const { token: one } = await issue('report')
    const { token: other } = await issue('Report (2)')
    const { tokens, targets } = await preview(one, other)
    expect(tokens.map(({ name }) => name)).toEqual(['report (2)', 'Report (3)'])
    expect(targets).toEqual([{ userId: sap.id, version: 1, name: 'SAP' }])
  })

  it('what the token would lose and gain there is known', async () => {
    const orders = await house.createEntity('orders')
    const { token } = await issue('Report', {
      grants: [
        { entityId: invoices.id, permissions: ['read', 'write'] },
        { entityId: orders.id, permissions: ['delete'] },
      ],
    })
    const { token: wide } = await issue('Wide', {
      grants: [{ entityId: null, permissions: ['read'] }],
    })
    const { version } = await house.access.get(petrov.id)
    await house.access.set({
      userId: petrov.id,
      version,
      grants: [{ entityId: null, permissions: ['read', 'write'] }],
    })
    await house.access.set({
      userId: sap.id,
      version: 1,
      grants: [
        { entityId: invoices.id, permissions: ['read'] },
        { entityId: orders.id, permissions: ['delete'] },
      ],
    })
    const [report, all] = (await preview(token, wide)).tokens
    expect(report).toMatchObject({
      loses: [{ entityTitle: 'Invoices', permissions: ['write'] }],
      gains: [{ entityTitle: 'Orders', permissions: ['delete'] }],
    })
    expect(all).toMatchObject({
      loses: [
        { entityTitle: 'Orders', permissions: ['read'] },
        { entityId: null, permissions: ['read'] },
      ],
      gains: [],
    })
  })
})
