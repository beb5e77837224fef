import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import type { NewToken } from '../contract/token'
import type { User } from '../contract/user'
import { loopbackPlace } from './listening-place'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
let sap: User
let invoices: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  sap = await house.users.create({
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP',
    signIn: null,
  })
  invoices = await house.createEntity('invoices')
  house.gateway.told.length = 0
})

const asked = (more: Partial<NewToken> = {}): NewToken => ({
  userId: sap.id,
  name: 'ERP',
  note: '',
  system: '',
  contact: '',
  keptIn: '',
  expiry: { kind: 'days', days: 30, zone: 'Europe/Berlin' },
  grants: [{ entityId: invoices.id, permissions: ['read'] }],
  enabled: true,
  start: null,
  networks: [],
  callsPerMinute: null,
  ...more,
})
const create = (more: Partial<NewToken> = {}) => house.tokens.create(asked(more))
const created = async (more: Partial<NewToken> = {}) => (await create(more)).token

describe('a new token', () => {
  it('is stored with a digest and sealed rights, and its secret leaves once', async () => {
    await house.gateway.control.start(loopbackPlace(7878))
    const { token, secret, baseUrl } = await create()
    expect(secret).toMatch(new RegExp(`^kws_${token.id}_`))
    expect(baseUrl).toBe('http://127.0.0.1:7878')
    expect(token).toMatchObject({
      name: 'ERP',
      status: 'active',
      createdBy: 'Ada Admin',
      grants: [{ entityName: 'invoices', entityTitle: 'Invoices', permissions: ['read'] }],
    })
    const stored = await house.store.tokens.rights(token.id)
    expect(stored?.digest.equals(house.seals.digest(secret, 1))).toBe(true)
    expect(house.everythingStored()).not.toContain(secret)
    expect(house.everythingStored()).not.toContain(secret.slice(17))
    expect(house.gateway.told.at(-1)).toBe('forget')
    expect(house.announced()).toEqual(expect.arrayContaining(['tokens', 'activity']))
  })

  it('is told in the log with what it may do', async () => {
    const token = await created({ note: 'SAP, Jana', enabled: false })
    expect(house.lastEntry()).toMatchObject({
      action: 'token.created',
      actorName: 'Ada Admin',
      subjectId: token.id,
      subjectName: 'ERP',
      after: {
        user: 'SAP',
        name: 'ERP',
        note: 'SAP, Jana',
        permissions: ['Invoices: Read'],
        expiresAt: new Date(token.expiresAt ?? 0).toISOString(),
        expiryZone: 'Europe/Berlin',
        enabled: false,
      },
    })
    const ofUser = await house.activity.list({ page: 0, pageSize: 50, userId: sap.id })
    expect(ofUser.rows.map((row) => row.action)).toContain('token.created')
  })

  it('shows in its kind whom it was made for', async () => {
    const { id: userId } = await house.userNamed('ada')
    expect((await create({ userId })).secret).toMatch(/^kwu_/)
    const demo = await openHouse({ demo: true, signedIn: true })
    const made = await demo.tokens.create({
      ...asked(),
      userId: (await demo.userNamed('ada')).id,
      grants: [],
    })
    expect(made.secret).toMatch(/^kwx_/)
  })

  it('lists its grants in one order, so that its seal does not depend on the form', async () => {
    const orders = await house.createEntity('orders')
    const token = await created({
      grants: [
        { entityId: orders.id, permissions: ['read'] },
        { entityId: null, permissions: ['read'] },
        { entityId: invoices.id, permissions: ['write'] },
      ],
    })
    const off = await house.tokens.setEnabled({
      id: token.id,
      version: token.version,
      enabled: false,
    })
    expect(off.value.status).toBe('disabled')
  })

  it.each([
    ['an expiry in the past', { kind: 'date', date: '2020-01-01', zone: 'UTC' }, 'expiry_in_past'],
    [
      'an expiry beyond the policy',
      { kind: 'days', days: 367, zone: 'UTC' },
      'expiry_beyond_policy',
    ],
    ['no expiry', { kind: 'never' }, 'never_not_allowed'],
  ] as const)('with %s is refused and leaves nothing', async (_, expiry, code) => {
    expect(await refusalOf(create({ expiry }))).toMatchObject({ code, field: 'expiry' })
    expect(house.rows('select 1 from token')).toEqual([])
    expect(house.actions()).not.toContain('token.created')
    expect(house.gateway.told).toEqual([])
  })

  it('does no more than its user may do', async () => {
    await house.access.set({
      version: sap.version,
      userId: sap.id,
      grants: [{ entityId: invoices.id, permissions: ['read'] }],
    })
    const beyond = (entity: string, permission: string) => ({
      code: 'beyond_access',
      field: 'grants',
      detail: { entity, permission },
    })
    expect(
      await refusalOf(
        create({ grants: [{ entityId: invoices.id, permissions: ['read', 'write'] }] }),
      ),
    ).toEqual(beyond('Invoices', 'write'))
    expect(
      await refusalOf(create({ grants: [{ entityId: null, permissions: ['read'] }] })),
    ).toEqual(beyond('All entities', 'read'))
    expect(await house.tokens.terms(sap.id)).toEqual({
      longestLifetimeDays: 366,
      defaultLifetimeDays: null,
      neverAllowed: false,
      namePatterns: [],
      callsPerMinute: 600,
      entities: [{ id: invoices.id, name: 'invoices', title: 'Invoices', allowed: ['read'] }],
      allEntities: [],
    })
  })

  it('needs a name that no other token of the user has', async () => {
    const first = await created()
    expect(await refusalOf(create({ name: 'erp' }))).toEqual({
      code: 'token_name_taken',
      field: 'name',
    })
    await house.tokens.revoke({ id: first.id })
    expect(await created({ name: 'erp' })).toMatchObject({ name: 'erp' })
  })

  it('for nobody, or on nothing, is not found', async () => {
    expect(await refusalOf(create({ userId: 99 as never }))).toEqual({
      code: 'not_found',
      field: 'userId',
    })
    expect(
      await refusalOf(create({ grants: [{ entityId: 99 as never, permissions: ['read'] }] })),
    ).toEqual({ code: 'not_found', field: 'grants' })
  })

  it('is handed over even when the gateway cannot be told', async () => {
    house.gateway.control.forget = () => Promise.reject(new Error('gone'))
    expect((await create()).secret).toMatch(/^kws_/)
  })
})

describe('disabling and enabling', () => {
  it('change the row, the seal, the log and the gateway', async () => {
    const token = await created()
    const off = await house.tokens.setEnabled({ ...token, enabled: false })
    expect(off).toMatchObject({
      enforced: 'at_once',
      value: { status: 'disabled', enabled: false },
    })
    expect(house.rows('select enabled from token')).toEqual([{ enabled: 0 }])
    expect(house.lastEntry()).toMatchObject({
      action: 'token.disabled',
      before: { enabled: true },
      after: { enabled: false },
    })
    const on = await house.tokens.setEnabled({ ...off.value, enabled: true })
    expect(on.value.status).toBe('active')
    expect(house.lastEntry().action).toBe('token.enabled')
    expect(house.gateway.told).toEqual(['forget', 'forget', 'forget'])
    const stored = await house.store.tokens.rights(token.id)
    expect(stored && house.seals.rights(stored).equals(stored.rightsMac)).toBe(true)
  })

  it('from an outdated list is refused', async () => {
    const token = await created()
    await house.tokens.setEnabled({ ...token, enabled: false })
    expect(await refusalOf(house.tokens.setEnabled({ ...token, enabled: true }))).toEqual({
      code: 'changed_meanwhile',
    })
  })

  it('never sign a row that was edited outside Keyward', async () => {
    const token = await created()
    house.run('update token_grant set permissions = 7')
    const entries = house.actions().length
    const { enabled, version, id } = token
    const off = house.tokens.setEnabled({ id, version, enabled: !enabled })
    expect(await refusalOf(off)).toEqual({ code: 'token_tampered' })
    expect(house.rows('select enabled, version from token')).toEqual([{ enabled: 1, version }])
    expect(house.actions()).toHaveLength(entries)
  })

  it('do nothing to a token that was revoked', async () => {
    const token = await created()
    const { value } = await house.tokens.revoke({ id: token.id })
    expect(await refusalOf(house.tokens.setEnabled({ ...value, enabled: true }))).toEqual({
      code: 'token_revoked',
    })
  })
})

describe('revoking', () => {
  it('is for good: row, seal, log, and the gateway before the answer', async () => {
    const token = await created()
    house.pass(60)
    house.gateway.answers('gateway_stopped')
    const { value, enforced } = await house.tokens.revoke({ id: token.id })
    expect(enforced).toBe('gateway_stopped')
    expect(value).toMatchObject({ status: 'revoked', revokedAt: house.now() })
    expect(house.lastEntry()).toMatchObject({
      action: 'token.revoked',
      subjectName: 'ERP',
      before: { status: 'active', lastUsedAt: null },
      after: { status: 'revoked' },
    })
    const stored = await house.store.tokens.rights(token.id)
    expect(stored && house.seals.rights(stored).equals(stored.rightsMac)).toBe(true)
    expect(await refusalOf(house.tokens.revoke({ id: token.id }))).toEqual({
      code: 'token_revoked',
    })
  })

  it('ends a token whose row was edited outside Keyward, for good', async () => {
    const { id } = await created()
    house.run('update token_grant set permissions = 7')
    const { value } = await house.tokens.revoke({ id })
    expect(value).toMatchObject({ status: 'revoked', revokedAt: house.now() })
    expect(house.lastEntry()).toMatchObject({
      action: 'token.revoked',
      before: { status: 'active', tampered: true },
    })
    const genuine = async () => {
      const stored = await house.store.tokens.rights(id)
      return stored !== null && house.seals.rights(stored).equals(stored.rightsMac)
    }
    expect(await genuine()).toBe(true)
    house.run('update token set revoked_at = null')
    expect(await genuine()).toBe(false)
  })

  it('a token used within a day asks for its name', async () => {
    const token = await created()
    house.use(token.id, house.now())
    house.pass(86_399)
    const needed = { code: 'name_confirmation_needed', field: 'name' }
    expect(await refusalOf(house.tokens.revoke({ id: token.id }))).toEqual(needed)
    expect(await refusalOf(house.tokens.revoke({ id: token.id, name: 'erp' }))).toEqual(needed)
    const { value } = await house.tokens.revoke({ id: token.id, name: ' ERP ' })
    expect(value.status).toBe('revoked')
  })

  it('a token not used for a day asks for nothing', async () => {
    const token = await created()
    house.use(token.id, house.now())
    house.pass(86_400)
    expect((await house.tokens.revoke({ id: token.id })).value.status).toBe('revoked')
  })

  it('what does not exist is not found', async () => {
    expect(await refusalOf(house.tokens.revoke({ id: 'AAAAAAAAAAAA' as never }))).toEqual({
      code: 'not_found',
    })
  })
})
