import { expect, it } from 'vitest'
import { NewToken } from '../contract/token'
import { openHouse, type House } from './house.fixture'

const day = 86_400
const created = (house: House, name: string, days: number, userId: number) =>
  house.tokens.create(
    NewToken.parse({ userId, name, expiry: { kind: 'days', days, zone: 'UTC' }, grants: [] }),
  )

async function houseWithTokens(...tokens: [name: string, days: number][]) {
  const house = await openHouse({ signedIn: true })
  const { id } = await house.userNamed('ada')
  for (const [name, days] of tokens) await created(house, name, days, id)
  return house
}

const kept = (house: House) =>
  house.rows(
    `select name, reminder.expires_at = token.expires_at as fits, step
     from reminder join token on token.id = reminder.token_id order by name`,
  )

it('all that is due is one notice, is kept, and is said once', async () => {
  const house = await houseWithTokens(['Late', 100], ['ERP', 30], ['Shop', 33], ['Printer', 32])
  house.pass(25 * day)
  await house.reminders.remind()
  expect(house.notices).toEqual([
    {
      title: '3 tokens expire within 8 days',
      body: 'ERP, Printer, Shop',
      address: '/audit/token-expiry?expiresWithinDays=9',
    },
  ])
  expect(kept(house)).toEqual([
    { name: 'ERP', fits: 1, step: 7 },
    { name: 'Printer', fits: 1, step: 7 },
    { name: 'Shop', fits: 1, step: 14 },
  ])
  const before = house.actions()
  await house.reminders.remind()
  expect(house.notices).toHaveLength(1)
  expect(house.actions()).toEqual(before)

  house.pass(5 * day)
  await house.reminders.remind()
  expect(house.notices[1]).toEqual({
    title: '2 tokens expire within 3 days',
    body: 'ERP, Shop',
    address: '/audit/token-expiry?expiresWithinDays=4',
  })
})

it('a token made for 30 days is not reminded of at once', async () => {
  const house = await houseWithTokens(['ERP', 30])
  await house.reminders.remind()
  expect(house.notices).toEqual([])
  house.pass(15 * day)
  await house.reminders.remind()
  expect(house.notices.map(({ title }) => title)).toEqual([])
  house.pass(day)
  await house.reminders.remind()
  expect(house.notices.map(({ title }) => title)).toEqual(['1 token expires within 14 days'])
})

it('while nobody is signed in no name leaves Keyward', async () => {
  const house = await houseWithTokens(['ERP', 30], ['Shop', 30])
  await house.session.signOut()
  house.pass(30 * day)
  await house.reminders.remind()
  expect(house.notices).toEqual([
    {
      title: '2 tokens expire today',
      body: 'Sign in to see which.',
      address: '/audit/token-expiry?expiresWithinDays=1',
    },
  ])
})

it('what the system does not show, or may not now, stays due', async () => {
  const house = await houseWithTokens(['ERP', 30])
  house.pass(29 * day)
  house.systemShows(false)
  await house.reminders.remind()
  expect(kept(house)).toEqual([])
  house.systemShows(true)

  house.reminderSettings.set({ notifications: false })
  await house.reminders.remind()
  house.reminderSettings.set({ notifications: true, quietUntilTomorrow: true })
  await house.reminders.remind()
  expect(house.notices).toEqual([])
  expect(kept(house)).toEqual([])

  house.pass(day)
  await house.reminders.remind()
  expect(house.notices.map(({ title }) => title)).toEqual(['1 token expires today'])
})

it('an expired token that is still called is said first, and where it is listed', async () => {
  const house = await houseWithTokens(['Old', 30], ['Quiet', 30], ['New', 33])
  house.pass(32 * day)
  house.run(
    `insert into gw.refused_call (at, source, token_id, method, reason, status, last_at)
     select ${house.now()}, '10.0.0.7', token_id, 'GET', 'expired', 401, ${house.now()}
     from token where name = 'Old'`,
  )
  await house.reminders.remind()
  expect(house.notices).toEqual([
    {
      title: '1 expired token is still called',
      body: 'Old\n1 token expires by tomorrow: New',
      address: '/audit/expired-but-called',
    },
  ])
  expect(kept(house)).toEqual([
    { name: 'New', fits: 1, step: 1 },
    { name: 'Old', fits: 1, step: -1 },
  ])
  expect(await house.reminders.attention()).toEqual({
    count: 2,
    words: ['1 expired token is still called', '1 token expires within 7 days'],
  })
})

it('the policy says on which days, and how long a token lives', async () => {
  const house = await houseWithTokens(['ERP', 300])
  house.run(`update policy set longest_lifetime_days = 40, reminder_days = '[3]'`)
  house.pass(36 * day)
  await house.reminders.remind()
  expect(house.notices).toEqual([])
  house.pass(day)
  await house.reminders.remind()
  expect(house.notices.map(({ title }) => title)).toEqual(['1 token expires within 3 days'])
})

it('revoked and disabled tokens are not reminded of', async () => {
  const house = await houseWithTokens(['Off', 30], ['Gone', 30])
  house.run(
    `update token set enabled = 0 where name = 'Off';
     update token set revoked_at = ${house.now()} where name = 'Gone'`,
  )
  house.pass(29 * day)
  await house.reminders.remind()
  expect(house.notices).toEqual([])
})
