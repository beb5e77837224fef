import { beforeEach, describe, expect, it } from 'vitest'
import { PolicyChange } from '../contract/policy'
import type { TokenId } from '../contract/id'
import { openHouse, refusalOf, type House } from './house.fixture'

const day = 86_400

let house: House
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
})

const usual = { longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 600 }
const change = (over: Partial<PolicyChange> = {}) =>
  PolicyChange.parse({ ...usual, version: 1, ...over })

async function token(name: string, days = 90): Promise<TokenId> {
  const sap = await house.users.create({
    kind: 'service_account',
    username: name.toLowerCase(),
    displayName: name,
    signIn: null,
  })
  const issued = await house.tokens.create({
    userId: sap.id,
    name,
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    expiry: { kind: 'days', days, zone: 'UTC' },
    grants: [],
    enabled: true,
    start: null,
    networks: [],
    callsPerMinute: null,
  })
  return issued.token.id
}

const statusOf = async (id: TokenId) => (await house.tokens.get(id)).status

describe('a policy that stops tokens in use', () => {
  it('is saved only by who has seen how many', async () => {
    const used = await token('ERP')
    const idle = await token('Shop')
    house.pass(40 * day)
    house.use(used, house.now() - 60_000)
    const stricter = { longestLifetimeDays: 30 }
    const preview = await house.policy.preview({ policy: change(stricter), kind: null })
    expect(preview).toMatchObject({ stopping: 2, stoppingInUse: 1 })

    const entries = house.actions().length
    expect(await refusalOf(house.policy.set(change(stricter)))).toEqual({
      code: 'policy_stops_tokens',
      field: 'confirmedStopping',
      detail: { count: 1 },
    })
    expect(house.rows('select longest_lifetime_days as days, version from policy')).toEqual([
      { days: 366, version: 1 },
    ])
    expect(house.actions()).toHaveLength(entries)
    expect(await statusOf(used)).toBe('active')

    await house.policy.set(change({ ...stricter, confirmedStopping: 1 }))
    expect([await statusOf(used), await statusOf(idle)]).toEqual(['expired', 'expired'])
    expect(house.lastEntry()).toMatchObject({
      action: 'policy.changed',
      before: { longestLifetimeDays: 366 },
      after: { longestLifetimeDays: 30, stoppedTokens: 2 },
    })

    await house.policy.set(change({ version: 2 }))
    expect(await statusOf(used)).toBe('active')
    expect(house.lastEntry().after).toEqual({
      longestLifetimeDays: 366,
      stoppedTokens: 0,
      revivedTokens: 2,
    })
    expect(house.announced()).toContain('tokens')
  })
})

it('a policy that was changed meanwhile is not overwritten', async () => {
  await house.policy.set(change({ callsPerMinute: 100 }))
  const late = house.policy.set(change({ callsPerMinute: 200 }))
  expect(await refusalOf(late)).toEqual({ code: 'changed_meanwhile' })
  expect(await house.policy.get()).toMatchObject({ callsPerMinute: 100, version: 2 })
  expect(house.actions().filter((action) => action === 'policy.changed')).toHaveLength(1)
})

it('since when calls are counted is said with the policy', async () => {
  expect((await house.policy.get()).callsCountedFrom).toBeNull()
  house.run(`insert into gw.observation (one, since) values (1, ${house.now()})`)
  expect((await house.policy.get()).callsCountedFrom).toBe(house.now())
})

it('a new token is named as the policy wants it, or not made', async () => {
  await house.policy.set(change({ namePatterns: ['ERP-##', 'shop *'] }))
  expect(await refusalOf(token('ERP-x1'))).toEqual({
    code: 'name_not_allowed',
    field: 'name',
    detail: { patterns: '“ERP-##”, “shop *”' },
  })
  expect(house.rows('select 1 from token')).toEqual([])
  expect(await statusOf(await token('ERP-01'))).toBe('active')
})

describe('rules that come to nothing', () => {
  const problem = (over: object) =>
    PolicyChange.safeParse({ ...usual, version: 1, ...over }).error?.issues.map((issue) => [
      issue.path[0],
      issue.message,
    ])

  it('are refused at their field', () => {
    const late = [['unusedDisableDays', 'not_after_flag']]
    expect(problem({ unusedFlagDays: 60, unusedDisableDays: 60 })).toEqual(late)
    expect(problem({ unusedFlagDays: 60, unusedDisableDays: 61 })).toBeUndefined()
    expect(problem({ unusedFlagDays: null, unusedDisableDays: 1 })).toBeUndefined()
    expect(problem({ defaultLifetimeDays: 367 })).toEqual([
      ['defaultLifetimeDays', 'default_beyond_longest'],
    ])
    expect(problem({ longestLifetimeDays: null, defaultLifetimeDays: 367 })).toBeUndefined()
    expect(problem({ reminderDays: [366] })?.[0]?.[1]).toBe('reminder_range')
  })

  it('leave the reminders in order, each once', () => {
    expect(change({ reminderDays: [1, 60, 7, 60, 0] }).reminderDays).toEqual([60, 7, 1, 0])
  })
})
