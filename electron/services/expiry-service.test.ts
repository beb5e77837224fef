import { beforeEach, describe, expect, it } from 'vitest'
import { ExpirySummaryAsked } from '../contract/expiry-summary'
import { expiryViews, filterOfView } from '../contract/expiry-view'
import { InventoryAsked } from '../contract/inventory'
import { Policy } from '../contract/policy'
import { day } from '../contract/time'
import { NewToken, type Token } from '../contract/token'
import { openHouse, type House } from './house.fixture'

let house: House
let now: number
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  now = house.now()
  await house.policy.set(Policy.parse(limitless))
})

const limitless = { longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }

/** November to January, as they begin in UTC; the house's clock stands on 21 November 2026. */
const months = [Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1), Date.UTC(2027, 0, 1)]

async function issue(name: string, expiresAt: number | null): Promise<Token> {
  const { token } = await house.tokens.create(
    NewToken.parse({
      userId: (await house.userNamed('ada')).id,
      name,
      expiry: { kind: 'days', days: 300, zone: 'UTC' },
      grants: [],
    }),
  )
  house.run(`update token set expires_at = ${expiresAt}, created_at = ${now - 400 * day}
    where token_id = '${token.id}'`)
  return token
}

const summary = (asked: object = {}) =>
  house.expiry.summary(ExpirySummaryAsked.parse({ months, ...asked }))

describe('the months of the expiry summary', () => {
  it('begin now, end where the viewer says, and tell used tokens from unused ones', async () => {
    house.use((await issue('Lately used', now + 2 * day)).id, now - 3 * day)
    house.use((await issue('Long unused', now + 3 * day)).id, now - 31 * day)
    await issue('Last moment of November', months[1]! - 1)
    await issue('First moment of December', months[1]!)
    await issue('January', months[2]!)
    await issue('Ended this month', now - day)
    await issue('Ended long ago', now - 31 * day)
    const gone = await issue('Gone', now + day)
    await house.tokens.revoke({ id: gone.id })

    const { ended, months: counted } = await summary()
    expect(counted).toEqual([
      { from: now, before: months[1], tokens: 3, used: 1 },
      { from: months[1], before: months[2], tokens: 1, used: 0 },
    ])
    expect(ended).toEqual({ from: now - 30 * day, before: now, tokens: 1, used: 0 })
  })

  it('hold exactly what the list behind them shows', async () => {
    for (const days of [-40, -20, -1, 0, 1, 9, 10, 11, 40])
      await issue(`In ${days} days`, now + days * day)
    const { ended, months: counted } = await summary()
    for (const { from, before, tokens } of [ended, ...counted]) {
      const filter = InventoryAsked.parse({ expiresFrom: from, expiresBefore: before })
      expect((await house.tokens.inventory(filter)).total).toBe(tokens)
    }
    expect(counted.map(({ tokens }) => tokens)).toEqual([3, 3])
  })

  it('count by the expiry that holds, which may be the policy’s', async () => {
    await issue('Long', now + 300 * day)
    house.run(`update token set created_at = ${now}`)
    await house.policy.set(Policy.parse({ ...limitless, longestLifetimeDays: 20 }))
    expect((await summary()).months.map(({ tokens }) => tokens)).toEqual([0, 1])
  })

  it('are empty where they are over already', async () => {
    await issue('Ended this month', now - day)
    const past = [Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 1), Date.UTC(2026, 11, 1)]
    const { months: counted } = await summary({ months: past })
    expect(counted.map(({ tokens }) => tokens)).toEqual([0, 0])
  })

  it('are not asked for out of order', () => {
    expect(ExpirySummaryAsked.safeParse({ months: months.toReversed() }).success).toBe(false)
  })
})

describe('the ready views', () => {
  it('count what the list with their filter shows', async () => {
    house.run(`insert or replace into gw.observation (one, since) values (1, 0)`)
    await issue('Ended', now - day)
    await issue('In 5 days', now + 5 * day)
    await issue('In 20 days', now + 20 * day)
    await issue('In 80 days', now + 80 * day)
    await issue('Never', null)
    house.use((await issue('Used', now + 200 * day)).id, now - day)
    const { views, unusedDays } = await summary()
    expect(views).toEqual({
      expired: 1,
      within_7: 1,
      within_30: 2,
      within_90: 3,
      never_expires: 1,
      unused: 5,
      never_used: 5,
      called_after_expiry: 0,
      user_disabled: 0,
    })
    for (const view of expiryViews) {
      const filter = InventoryAsked.parse(filterOfView(view, unusedDays))
      expect([view, (await house.tokens.inventory(filter)).total]).toEqual([view, views[view]])
    }
  })

  it('take the days unused from the policy, or from whoever asks', async () => {
    expect((await summary()).unusedDays).toBe(90)
    await house.policy.set(Policy.parse({ ...limitless, unusedFlagDays: 45 }))
    expect((await summary()).unusedDays).toBe(45)
    expect((await summary({ unusedDays: 7 })).unusedDays).toBe(7)
  })
})
