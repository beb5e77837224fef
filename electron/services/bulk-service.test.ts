import { beforeEach, describe, expect, it } from 'vitest'
import { BulkChange, type BulkAction } from '../contract/bulk'
import { TokenFilter } from '../contract/inventory'
import { day } from '../contract/time'
import type { NewToken, Token } from '../contract/token'
import type { User } from '../contract/user'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
let sap: User
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  sap = await house.users.create({
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP',
    signIn: null,
  })
  house.gateway.told.length = 0
})

async function created(name: string, more: Partial<NewToken> = {}): Promise<Token> {
  const asked: NewToken = {
    userId: sap.id,
    name,
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    expiry: { kind: 'days', days: 30, zone: 'Europe/Berlin' },
    grants: [],
    enabled: true,
    start: null,
    networks: [],
    callsPerMinute: null,
    ...more,
  }
  return (await house.tokens.create(asked)).token
}

const several = async (...names: string[]) => {
  const tokens: Token[] = []
  for (const name of names) tokens.push(await created(name))
  return tokens
}

const previewed = async (action: BulkAction, tokens: Token[]) =>
  (await house.bulk.preview({ action, selection: { ids: tokens.map((one) => one.id) } })).items

const run = (
  action: BulkAction,
  tokens: Pick<Token, 'id' | 'version'>[],
  confirmedCount?: number,
) => house.bulk.run(BulkChange.parse({ action, tokens, confirmedCount }))

const stored = (column: string) =>
  house.rows(`select name, ${column} as value from token order by name`).map((row) => row.value)

const entriesSince = (count: number) =>
  house.rows('select action, group_id from activity order by seq').slice(count)

const untilMay = { kind: 'date', date: '2027-05-31', zone: 'Europe/Berlin' } as const
const endOfMay = Date.UTC(2027, 4, 31, 22) - 1

describe('a bulk action', () => {
  it('changes all of its tokens in one group of entries, and tells the gateway once', async () => {
    const tokens = await several('A', 'B', 'C')
    const before = house.actions().length
    house.gateway.told.length = 0
    const { value, enforced } = await run({ kind: 'disable' }, tokens)
    expect(stored('enabled')).toEqual([0, 0, 0])
    expect(enforced).toBe('at_once')
    expect(house.gateway.told).toEqual(['forget'])
    expect(value.group).toMatch(/^bulk:/)
    expect(entriesSince(before)).toEqual(
      Array.from({ length: 3 }, () => ({ action: 'token.disabled', group_id: value.group })),
    )
    for (const { id } of tokens) {
      const { rightsMac, version, ...rights } = (await house.store.tokens.rights(id))!
      expect(house.seals.rights(rights).equals(rightsMac)).toBe(true)
      expect(version).toBe(2)
    }
  })

  it('can be undone with what it answered', async () => {
    const tokens = await several('A', 'B')
    const { value } = await run({ kind: 'disable' }, tokens)
    await run({ kind: 'enable' }, value.tokens)
    expect(stored('enabled')).toEqual([1, 1])
  })

  it('does nothing at all when one token was changed meanwhile, and names it', async () => {
    const tokens = await several('A', 'B', 'C')
    const { id, version } = tokens[1]!
    await house.tokens.setEnabled({ id, version, enabled: false })
    const before = house.actions().length
    expect(await refusalOf(run({ kind: 'revoke' }, tokens))).toEqual({
      code: 'changed_meanwhile',
      detail: { tokenId: id },
    })
    expect(stored('revoked_at')).toEqual([null, null, null])
    expect(house.actions()).toHaveLength(before)
  })

  it('does nothing when a row was edited outside Keyward since it was looked at', async () => {
    const tokens = await several('A', 'B')
    house.run(`update token set expires_at = expires_at + 1 where name = 'B'`)
    expect(await refusalOf(run({ kind: 'disable' }, tokens))).toEqual({
      code: 'token_tampered',
      detail: { tokenId: tokens[1]!.id },
    })
    expect(stored('enabled')).toEqual([1, 1])
  })
})

describe('a preview', () => {
  it('has the tokens that are in use first and marked, and those it cannot touch last', async () => {
    const tokens = await several('Idle', 'Busy', 'Gone', 'Edited', 'Off')
    const [, busy, gone, , off] = tokens
    house.use(busy!.id, house.now() - 60_000)
    await house.tokens.revoke({ id: gone!.id })
    await house.tokens.setEnabled({ id: off!.id, version: 1, enabled: false })
    house.run(`update token set calls_per_minute = 9 where name = 'Edited'`)
    const items = await previewed({ kind: 'disable' }, tokens)
    expect(items.map(({ name, obstacle, isInUse }) => [name, obstacle, isInUse])).toEqual([
      ['Busy', null, true],
      ['Idle', null, false],
      ['Edited', 'token_tampered', false],
      ['Gone', 'token_revoked', false],
      ['Off', 'already', false],
    ])
    expect(items[0]).toMatchObject({ userName: 'SAP', lastUsedFrom: '10.0.0.7' })
    expect(items.find(({ name }) => name === 'Off')).toMatchObject({ version: 2 })
  })

  it('of a filter holds to the number that was seen', async () => {
    await several('ERP one', 'ERP two', 'Shop')
    const filter = TokenFilter.parse({ search: 'erp' })
    const seen = (count: number) =>
      house.bulk.preview({ action: { kind: 'disable' }, selection: { filter, count } })
    expect((await seen(2)).items.map((one) => one.name)).toEqual(['ERP one', 'ERP two'])
    await created('ERP three')
    expect(await refusalOf(seen(2))).toEqual({ code: 'changed_meanwhile' })
  })

  it('changes nothing', async () => {
    const tokens = await several('A')
    const before = house.everythingStored()
    await previewed({ kind: 'revoke' }, tokens)
    expect(house.everythingStored()).toBe(before)
  })
})

describe('revoking many', () => {
  it('asks for their number when one of them was used within a day', async () => {
    const tokens = await several('A', 'B')
    house.use(tokens[0]!.id, house.now() - day + 1)
    const refused = { code: 'count_confirmation_needed', field: 'confirmedCount' }
    expect(await refusalOf(run({ kind: 'revoke' }, tokens))).toEqual(refused)
    expect(await refusalOf(run({ kind: 'revoke' }, tokens, 3))).toEqual(refused)
    expect(stored('revoked_at')).toEqual([null, null])
    await run({ kind: 'revoke' }, tokens, 2)
    expect(stored('revoked_at')).toEqual([house.now(), house.now()])
  })

  it('takes a token whose row was edited with it', async () => {
    const tokens = await several('A')
    house.run(`update token set enabled = 0`)
    await run({ kind: 'revoke' }, tokens)
    expect(stored('revoked_at')).toEqual([house.now()])
    expect(house.lastEntry()).toMatchObject({ before: { tampered: true } })
  })
})

describe('extending many', () => {
  const policy = (longestLifetimeDays: number | null) =>
    house.store.policy
      .get()
      .then((is) => house.policy.set({ ...is, longestLifetimeDays, neverAllowed: false }))

  it('ends each at the chosen day, or where the policy ends it', async () => {
    const old = await created('Old')
    house.pass(20 * 86_400)
    const young = await created('Young')
    await policy(180)
    const [first, second] = await previewed({ kind: 'extend', expiry: untilMay }, [old, young])
    expect(first).toMatchObject({ name: 'Old', newExpiresAt: old.createdAt + 180 * day })
    expect(second).toMatchObject({ name: 'Young', newExpiresAt: endOfMay })
    await run({ kind: 'extend', expiry: untilMay }, [old, young])
    expect(stored('expires_at')).toEqual([old.createdAt + 180 * day, endOfMay])
    expect(house.lastEntry()).toMatchObject({
      action: 'token.changed',
      before: { expiresAt: new Date(young.expiresAt!).toISOString() },
      after: { expiresAt: '2027-05-31T21:59:59.999Z', expiryZone: 'Europe/Berlin' },
    })
  })

  it('shortens none, and says which the policy does not let live longer', async () => {
    const expiry = { kind: 'days', days: 365, zone: 'Europe/Berlin' } as const
    const long = await created('Long', { expiry })
    const short = await created('Short')
    expect(await previewed({ kind: 'extend', expiry: untilMay }, [long])).toMatchObject([
      { obstacle: 'not_later', newExpiresAt: null },
    ])
    await policy(20)
    expect(await previewed({ kind: 'extend', expiry: untilMay }, [short])).toMatchObject([
      { obstacle: 'beyond_policy' },
    ])
  })

  it('refuses a day that is over, and never where the policy does not allow it', async () => {
    const tokens = await several('A')
    const past = { kind: 'date', date: '2026-11-20', zone: 'Europe/Berlin' } as const
    expect(await refusalOf(previewed({ kind: 'extend', expiry: past }, tokens))).toEqual({
      code: 'expiry_in_past',
      field: 'expiry',
    })
    await policy(null)
    expect(
      await refusalOf(run({ kind: 'extend', expiry: { kind: 'never' } }, tokens)),
    ).toMatchObject({ code: 'never_not_allowed' })
  })
})

it('one contact is assigned to many, and stays where it was already', async () => {
  const other = await created('A', { contact: 'Old desk' })
  const same = await created('B', { contact: 'ops@example.com' })
  const action = { kind: 'assign_contact', contact: 'ops@example.com' } as const
  expect(await previewed(action, [other, same])).toMatchObject([
    { name: 'A', contact: 'Old desk', obstacle: null },
    { name: 'B', obstacle: 'already' },
  ])
  await run(action, [other])
  expect(stored('contact')).toEqual(['ops@example.com', 'ops@example.com'])
  expect((await house.tokens.find('ops@')).length).toBe(2)
})
