import { beforeEach, describe, expect, it } from 'vitest'
import { hour } from '../contract/time'
import type { Entity } from '../contract/entity'
import { CallAsked } from '../contract/explain'
import type { Overlap } from '../contract/rotation'
import { NewToken, type IssuedToken, type Token } from '../contract/token'
import type { User } from '../contract/user'
import { openHouse, refusalOf, type House } from './house.fixture'
import { presentedSecret } from './presented-secret'
import { verify } from './verify'

let house: House
let sap: User
let invoices: Entity
let issued: IssuedToken
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  const account = { kind: 'service_account', username: 'sap', displayName: 'SAP' } as const
  sap = await house.users.create({ ...account, signIn: null })
  invoices = await house.createEntity('invoices')
  issued = await issue()
  house.gateway.told.length = 0
})

const issue = (more: object = {}) =>
  house.tokens.create(
    NewToken.parse({
      userId: sap.id,
      name: 'ERP',
      expiry: { kind: 'days', days: 30, zone: 'Europe/Berlin' },
      grants: [{ entityId: invoices.id, permissions: ['read', 'write'] }],
      networks: ['10.0.0.0/8'],
      ...more,
    }),
  )

const aDay: Overlap = { kind: 'hours', hours: 24 }
const current = () => house.store.tokens.get(issued.token.id, house.now()) as Promise<Token>
const rotate = async (overlap: Overlap = aDay) =>
  house.rotation.rotate({ id: issued.token.id, version: (await current()).version, overlap })
const end = async (number: number) =>
  house.rotation.endOverlap({ id: issued.token.id, version: (await current()).version, number })
const extend = async (number: number, overlap: Overlap) =>
  house.rotation.extendOverlap({
    id: issued.token.id,
    version: (await current()).version,
    number,
    overlap,
  })

/** As the gateway judges a call with this text, at that moment. */
async function judged(text: string, at = house.now()) {
  const stored = (await house.store.tokens.stored(issued.token.id))!
  const presented = presentedSecret(text, stored, house.seals)
  if (!presented) return 'wrong_secret'
  const genuine = house.seals.rights(stored).equals(stored.rightsMac)
  const verdict = verify(
    { ...stored, genuine, presented },
    { wanted: 'identity', source: '10.0.0.7' },
    at,
  )
  return verdict.allowed ? 'allowed' : verdict.reason
}

describe('a rotation', () => {
  it('leaves the token what it is, and gives it another secret', async () => {
    const rotated = await rotate()
    expect(rotated.secret).not.toBe(issued.secret)
    expect(rotated.secret.slice(0, 17)).toBe(issued.secret.slice(0, 17))
    const { version, rotations, rotatedAt, rotatingUntil, ...same } = rotated.token
    const { version: before, ...was } = issued.token
    expect({ ...was, ...same }).toEqual({
      ...was,
      rotations: 0,
      rotatedAt: null,
      rotatingUntil: null,
    })
    expect({ version, rotations, rotatedAt, rotatingUntil }).toEqual({
      version: before + 1,
      rotations: 1,
      rotatedAt: house.now(),
      rotatingUntil: house.now() + 24 * hour,
    })
    expect(house.rows('select count(*) as n from token')).toEqual([{ n: 1 }])
    expect(house.rows('select number, valid_until from token_secret')).toEqual([
      { number: 1, valid_until: house.now() + 24 * hour },
    ])
    expect(house.everythingStored()).not.toContain(rotated.secret.slice(17))
    expect(house.gateway.told).toEqual(['forget'])
  })

  it('has both secrets taken until the overlap is over, to the millisecond', async () => {
    const over = house.now() + 24 * hour
    const { secret } = await rotate()
    for (const at of [house.now(), over - 1]) {
      expect(await judged(issued.secret, at)).toBe('allowed')
      expect(await judged(secret, at)).toBe('allowed')
    }
    for (const at of [over, over + 1]) {
      expect(await judged(issued.secret, at)).toBe('secret_replaced')
      expect(await judged(secret, at)).toBe('allowed')
    }
  })

  it('at once has the old secret refused with the next call', async () => {
    const { secret, token } = await rotate({ kind: 'at_once' })
    expect(await judged(issued.secret)).toBe('secret_replaced')
    expect(await judged(secret)).toBe('allowed')
    expect(token.rotatingUntil).toBeNull()
  })

  it('is told in the log with numbers and moments, never with a secret', async () => {
    await rotate()
    expect(house.lastEntry()).toMatchObject({
      action: 'token.rotated',
      actorName: 'Ada Admin',
      subjectId: issued.token.id,
      before: { secretNumber: 1 },
      after: {
        secretNumber: 2,
        oldSecretValidUntil: new Date(house.now() + 24 * hour).toISOString(),
      },
    })
    expect(house.announced()).toEqual(expect.arrayContaining(['tokens', 'activity']))
  })

  it('goes up to the end of the token and not a millisecond beyond', async () => {
    const { expiresAt } = issued.token
    expect(await refusalOf(rotate({ kind: 'until', at: expiresAt! + 1 }))).toEqual({
      code: 'overlap_beyond_expiry',
      field: 'overlap',
      detail: { latest: expiresAt },
    })
    expect((await current()).rotations).toBe(0)
    expect(house.rows('select * from token_secret')).toEqual([])
    await rotate({ kind: 'until', at: expiresAt! })
    expect((await current()).rotatingUntil).toBe(expiresAt)
  })

  it('is held to the end that the policy sets, and ends with it when that comes sooner', async () => {
    const { version: _opened, ...policy } = await house.policy.get()
    await house.policy.set({ ...policy, longestLifetimeDays: 1 })
    const ends = house.now() + 24 * hour
    expect(await refusalOf(rotate({ kind: 'until', at: ends + 1 }))).toMatchObject({
      code: 'overlap_beyond_expiry',
      detail: { latest: ends },
    })
    await house.policy.set({ ...policy, longestLifetimeDays: null })
    await rotate({ kind: 'hours', hours: 168 })
    await house.policy.set({ ...policy, longestLifetimeDays: 1 })
    expect((await current()).rotatingUntil).toBe(ends)
    expect(await judged(issued.secret, ends - 1)).toBe('allowed')
    expect(await judged(issued.secret, ends)).toBe('expired')
    expect((await house.rotation.secrets(issued.token.id)).all[1]?.validUntil).toBe(ends)
  })

  it('with an end of its own in the past is refused, and nothing is changed', async () => {
    for (const at of [house.now(), house.now() - 1])
      expect(await refusalOf(rotate({ kind: 'until', at }))).toEqual({
        code: 'overlap_in_past',
        field: 'overlap',
      })
    await rotate({ kind: 'until', at: house.now() + 1 })
    expect(house.actions().filter((one) => one === 'token.rotated')).toHaveLength(1)
  })

  it('of a token that ended or is revoked is refused', async () => {
    const { version } = issued.token
    const late = { id: issued.token.id, version, overlap: { kind: 'at_once' } as const }
    house.run(`update token set expires_at = ${house.now()}`)
    const rights = (await house.store.tokens.rights(issued.token.id))!
    house.run(`update token set rights_mac = x'${house.seals.rights(rights).toString('hex')}'`)
    expect(await refusalOf(house.rotation.rotate(late))).toEqual({ code: 'token_expired' })
    await house.tokens.revoke({ id: issued.token.id })
    expect(await refusalOf(house.rotation.rotate(late))).toEqual({ code: 'token_revoked' })
    expect(house.rows('select * from token_secret')).toEqual([])
  })

  it('of a token that somebody else changed, or edited in the file, is refused', async () => {
    await rotate()
    const stale = { id: issued.token.id, version: 1, overlap: aDay }
    expect(await refusalOf(house.rotation.rotate(stale))).toEqual({ code: 'changed_meanwhile' })
    house.run(`update token_secret set valid_until = valid_until + 1`)
    expect(await judged(issued.secret)).toBe('tampered_row')
    expect(await refusalOf(rotate())).toEqual({ code: 'token_tampered' })
  })

  it('while an earlier one still overlaps leaves the older secret its end', async () => {
    const second = await rotate({ kind: 'hours', hours: 168 })
    house.pass(3_600)
    const third = await rotate({ kind: 'hours', hours: 1 })
    const [, ofSecond, ofFirst] = (await house.rotation.secrets(issued.token.id)).all
    expect(ofSecond).toMatchObject({ number: 2, since: house.now() - hour })
    expect(ofSecond?.validUntil).toBe(house.now() + hour)
    expect(ofFirst).toMatchObject({ number: 1, since: issued.token.createdAt })
    expect(ofFirst?.validUntil).toBe(house.now() + 167 * hour)
    house.pass(3_600)
    expect(await judged(second.secret)).toBe('secret_replaced')
    expect(await judged(issued.secret)).toBe('allowed')
    expect(await judged(third.secret)).toBe('allowed')
  })
})

describe('an overlap', () => {
  it('that is ended has the old secret refused from that moment on', async () => {
    const { secret } = await rotate()
    house.pass(60)
    house.gateway.told.length = 0
    const { value, enforced } = await end(1)
    expect([value.rotatingUntil, enforced]).toEqual([null, 'at_once'])
    expect(house.gateway.told).toEqual(['forget'])
    expect(await judged(issued.secret)).toBe('secret_replaced')
    // Also by a clock that is put back: whoever ended it meant it.
    expect(await judged(issued.secret, house.now() - 40 * 24 * hour)).toBe('secret_replaced')
    expect(await judged(secret)).toBe('allowed')
    expect(house.lastEntry()).toMatchObject({
      action: 'token.overlap_ended',
      before: { secretNumber: 1, oldSecretValidUntil: '2026-11-22T12:00:00.000Z' },
      after: { secretNumber: 1, oldSecretValidUntil: '2026-11-21T12:01:00.000Z' },
    })
  })

  it('is extended to a later moment, within the life of the token', async () => {
    await rotate()
    const over = house.now() + 24 * hour
    expect(await refusalOf(extend(1, { kind: 'until', at: over }))).toEqual({
      code: 'overlap_not_longer',
      field: 'overlap',
      detail: { ends: over },
    })
    const beyond = { kind: 'until', at: issued.token.expiresAt! + 1 } as const
    expect(await refusalOf(extend(1, beyond))).toMatchObject({ code: 'overlap_beyond_expiry' })
    await extend(1, { kind: 'until', at: over + 1 })
    expect(await judged(issued.secret, over)).toBe('allowed')
    expect(await judged(issued.secret, over + 1)).toBe('secret_replaced')
    expect(house.lastEntry()).toMatchObject({
      action: 'token.overlap_extended',
      before: { oldSecretValidUntil: new Date(over).toISOString() },
      after: { oldSecretValidUntil: new Date(over + 1).toISOString() },
    })
  })

  it('that is over stays over, to the millisecond', async () => {
    await rotate({ kind: 'until', at: house.now() + 1_000 })
    house.pass(1)
    expect(await refusalOf(extend(1, aDay))).toEqual({ code: 'overlap_over' })
    expect(await refusalOf(end(1))).toEqual({ code: 'overlap_over' })
    expect(await judged(issued.secret)).toBe('secret_replaced')
  })

  it('of a secret that the token never had is not found, and the one in use has none', async () => {
    await rotate()
    expect(await refusalOf(end(7))).toEqual({ code: 'not_found' })
    expect(await refusalOf(end(2))).toEqual({ code: 'not_found' })
  })
})

describe('what is known of the secrets', () => {
  it('is who calls with which of them, and who was refused', async () => {
    await rotate()
    house.run(`insert into gw.token_secret_usage values
      ('${issued.token.id}', 1, 3, ${house.now() - 5}, '10.0.0.7'),
      ('${issued.token.id}', 2, 214, ${house.now()}, '10.0.0.8')`)
    house.run(`insert into gw.refused_call
      (at, last_at, calls, source, token_id, method, reason, status) values
      (1, 5, 2, '10.0.0.9', '${issued.token.id}', 'GET', 'secret_replaced', 401),
      (2, 4, 1, '10.0.0.1', '${issued.token.id}', 'GET', 'secret_replaced', 401),
      (9, 9, 1, '10.0.0.1', '${issued.token.id}', 'GET', 'not_granted', 403)`)
    expect(await house.rotation.secrets(issued.token.id)).toEqual({
      all: [
        {
          number: 2,
          isCurrent: true,
          since: house.now(),
          validUntil: null,
          calls: 214,
          lastUsedAt: house.now(),
          lastUsedFrom: '10.0.0.8',
        },
        {
          number: 1,
          isCurrent: false,
          since: issued.token.createdAt,
          validUntil: house.now() + 24 * hour,
          calls: 3,
          lastUsedAt: house.now() - 5,
          lastUsedFrom: '10.0.0.7',
        },
      ],
      refused: { calls: 3, lastAt: 5, lastSource: '10.0.0.9' },
    })
  })

  it('lists tokens that work and are called with a secret that was replaced', async () => {
    const refuse = `insert into gw.refused_call
      (at, last_at, calls, source, token_id, method, reason, status) values`
    const page = { page: 0, pageSize: 50 }
    house.run(`${refuse} (1, 1, 1, 'a', '${issued.token.id}', 'GET', 'not_granted', 403)`)
    expect((await house.calls.replacedButCalled(page)).total).toBe(0)
    await rotate({ kind: 'at_once' })
    house.run(`${refuse} (2, 3, 4, 'b', '${issued.token.id}', 'GET', 'secret_replaced', 401)`)
    expect(await house.calls.replacedButCalled(page)).toEqual({
      rows: [
        {
          tokenId: issued.token.id,
          tokenName: 'ERP',
          userId: sap.id,
          userName: 'SAP',
          rotatedAt: house.now(),
          calls: 4,
          lastCallAt: 3,
          lastSource: 'b',
        },
      ],
      total: 1,
    })
    await house.tokens.revoke({ id: issued.token.id })
    expect((await house.calls.replacedButCalled(page)).total).toBe(0)
  })

  it('explains a call with an old secret by the checks of the gateway', async () => {
    await rotate({ kind: 'hours', hours: 1 })
    const over = house.now() + hour
    const explain = async (secret: CallAsked['secret'], at: number) => {
      const asked = CallAsked.parse({ tokenId: issued.token.id, entity: null, secret, at })
      const { allowed, reason, presented } = await house.explain(asked)
      return { allowed, reason, presented }
    }
    const refused = { allowed: false, reason: 'secret_replaced', presented: 1 }
    expect(await explain('in_use', over)).toMatchObject({ allowed: true, presented: null })
    expect(await explain(1, over - 1)).toMatchObject({ allowed: true, presented: 1 })
    expect(await explain(1, over)).toEqual(refused)
    expect(await explain('replaced', over)).toEqual(refused)
    expect(await explain(2, over)).toMatchObject({ allowed: true, presented: null })
    expect(await refusalOf(explain(3, over))).toEqual({ code: 'not_found' })
    house.pass(3_600)
    await rotate({ kind: 'hours', hours: 1 })
    expect(await explain('replaced', over + 1)).toEqual(refused)
    expect(await explain('replaced', house.now() + hour)).toMatchObject({ presented: 2 })
  })

  it('tells a pasted old secret from the one in use, and how long it is valid', async () => {
    const { secret } = await rotate()
    const until = house.now() + 24 * hour
    const found = { outcome: 'found', by: 'token' }
    expect(await house.identify(issued.secret)).toMatchObject({
      ...found,
      earlier: 1,
      validUntil: until,
    })
    expect(await house.identify(secret)).toMatchObject({
      ...found,
      earlier: null,
      validUntil: null,
    })
    expect(await house.identify(issued.token.id)).toMatchObject({ by: 'id', earlier: null })
  })
})
