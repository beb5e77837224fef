import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import { CallAsked } from '../contract/explain'
import { NewToken, type IssuedToken } from '../contract/token'
import type { User } from '../contract/user'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
let sap: User
let invoices: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  const account = { kind: 'service_account', username: 'sap', displayName: 'SAP' } as const
  sap = await house.users.create({ ...account, signIn: null })
  invoices = await house.createEntity('invoices')
})

const issue = (over: object = {}): Promise<IssuedToken> =>
  house.tokens.create(
    NewToken.parse({
      userId: sap.id,
      name: 'ERP',
      expiry: { kind: 'days', days: 30, zone: 'Europe/Berlin' },
      grants: [{ entityId: invoices.id, permissions: ['read', 'write'] }],
      ...over,
    }),
  )

const explain = (token: IssuedToken, over: object = {}) =>
  house.explain(CallAsked.parse({ tokenId: token.token.id, entity: 'invoices', ...over }))

describe('a call is explained', () => {
  it('as allowed, with every check passed', async () => {
    const explanation = await explain(await issue(), { source: '10.0.0.7' })
    expect(explanation).toMatchObject({ allowed: true, reason: null, userName: 'SAP' })
    expect(explanation.checks.map(({ outcome }) => outcome)).toEqual(
      explanation.checks.map(() => 'passed'),
    )
  })

  it('by the first check that failed; those behind it are not reached', async () => {
    const issued = await issue()
    await house.tokens.setEnabled({ id: issued.token.id, version: 1, enabled: false })
    const { allowed, reason, checks } = await explain(issued, { permission: 'delete' })
    expect([allowed, reason]).toEqual([false, 'disabled'])
    expect(checks.slice(0, 6).map(({ check, outcome }) => [check, outcome])).toEqual([
      ['genuine', 'passed'],
      ['secret_current', 'passed'],
      ['not_revoked', 'passed'],
      ['enabled', 'failed'],
      ['in_use', 'not_reached'],
      ['user_active', 'not_reached'],
    ])
  })

  it('at another time and from another source than now and here', async () => {
    const issued = await issue({ networks: ['10.0.0.0/8'] })
    expect((await explain(issued, { source: '11.0.0.1' })).reason).toBe('source_not_allowed')
    const later = house.now() + 40 * 86_400_000
    expect((await explain(issued, { at: later })).reason).toBe('expired')
    const { checks } = await explain(issued)
    expect(checks.find(({ check }) => check === 'source')?.outcome).toBe('left_out')
  })

  it('on an entity that does not exist, and beyond what its user may do', async () => {
    const issued = await issue()
    expect((await explain(issued, { entity: 'nothing' })).reason).toBe('unknown_entity')
    const grants = [{ entityId: invoices.id, permissions: ['read' as const] }]
    await house.access.set({ userId: sap.id, version: sap.version, grants })
    const { reason, checks } = await explain(issued, { permission: 'write' })
    expect(reason).toBe('beyond_user_access')
    expect(checks.at(-1)?.facts).toEqual({ access: ['Invoices: Read'] })
  })

  it('of a token whose row was edited outside Keyward', async () => {
    const issued = await issue()
    house.run(`update token set expires_at = expires_at + 1`)
    expect((await explain(issued)).reason).toBe('tampered_row')
  })

  it('only where there is such a token', async () => {
    const asked = CallAsked.parse({ tokenId: 'AAAAAAAAAAAA', entity: null })
    expect(await refusalOf(house.explain(asked))).toEqual({ code: 'not_found' })
  })
})

describe('a pasted text is identified', () => {
  it('as a token, by the whole of it or by its ID, whatever stands around it', async () => {
    const { token, secret } = await issue()
    const texts = [secret, `  ${secret}\n`, `"${secret}"`, `Authorization: Bearer ${secret}`]
    for (const text of [...texts, `KEYWARD_TOKEN=${secret}`])
      expect(await house.identify(text)).toMatchObject({
        outcome: 'found',
        by: 'token',
        token: { id: token.id },
        userName: 'SAP',
      })
    expect(await house.identify(token.id)).toMatchObject({ outcome: 'found', by: 'id' })
  })

  it('as cut off, mistyped, with a foreign character, or none of ours', async () => {
    const { secret } = await issue()
    const wrong = secret.endsWith('a') ? 'b' : 'a'
    expect(await house.identify(secret.slice(0, 40))).toEqual({
      outcome: 'cut_off',
      characters: 40,
      of: 66,
    })
    expect(await house.identify(secret.slice(0, -1) + wrong)).toEqual({ outcome: 'typing_error' })
    expect(await house.identify(`${secret.slice(0, 20)}\u200b${secret.slice(20)}`)).toEqual({
      outcome: 'wrong_character',
      position: 21,
    })
    for (const text of ['', 'ghp_abcdef', 'Hello', 'AAAAAAAAAAAA'])
      expect(await house.identify(text)).toEqual({ outcome: 'not_ours' })
  })

  it('as issued elsewhere, or with a secret that is not its own', async () => {
    const { token, secret } = await issue()
    const elsewhere = await openHouse({ signedIn: true })
    expect(await elsewhere.identify(secret)).toEqual({
      outcome: 'unknown_here',
      tokenId: token.id,
    })
    house.run(`update token set digest = zeroblob(32)`)
    expect(await house.identify(secret)).toMatchObject({ outcome: 'wrong_secret' })
  })

  it('and leaves no trace of it', async () => {
    const { secret } = await issue()
    const before = house.actions().length
    await house.identify(secret)
    expect(house.actions()).toHaveLength(before)
    expect(house.everythingStored()).not.toContain(secret)
  })
})
