import { expect, it } from 'vitest'
import { NewToken } from '../contract/token'
import { openHouse, type House } from './house.fixture'

const day = 86_400
const password = 'correct horse battery staple'

/** An administrator and an auditor who were both here before, and tokens of 30 and 3 days. */
async function houseOfTwo() {
  const house = await openHouse({ signedIn: true })
  const signIn = { role: 'auditor', password } as const
  await house.users.create({ kind: 'person', username: 'otto', displayName: 'Otto', signIn })
  house.run(`update user set last_sign_in_at = ${house.now()} where username = 'otto'`)
  const { id } = await house.userNamed('ada')
  for (const [name, days] of [
    ['ERP', 30],
    ['Old', 3],
  ] as const)
    await house.tokens.create(
      NewToken.parse({
        ...{ userId: id, name, grants: [] },
        expiry: { kind: 'days', days, zone: 'UTC' },
      }),
    )
  return house
}

async function signInAs(house: House, username: string) {
  await house.session.signOut()
  await house.session.signIn({ username, password })
}

const said = async (house: House) => {
  const digest = await house.digest.get()
  return digest && Object.fromEntries(digest.items.map(({ kind, count }) => [kind, count]))
}

it('says nothing at the first sign-in, nor where nothing happened', async () => {
  const house = await houseOfTwo()
  expect(await house.digest.get()).toBeNull()
  house.run('delete from token_grant; delete from token')
  await signInAs(house, 'ada')
  expect(await house.digest.get()).toBeNull()
})

it('tells an administrator what to do, and an auditor what there was', async () => {
  const house = await houseOfTwo()
  house.pass(25 * day)
  const since = house.now() - 25 * day * 1000
  house.run(
    `insert into gw.refused_call (at, source, token_id, method, reason, status, last_at)
     select ${house.now()}, '10.0.0.7', token_id, 'GET', 'expired', 401, ${house.now()}
     from token where name = 'Old'`,
  )
  await signInAs(house, 'ada')
  expect(await house.digest.get()).toMatchObject({ since, at: house.now() })
  expect(await said(house)).toEqual({ still_called: 1, expired: 1, within_7: 1, refused: 1 })
  await signInAs(house, 'otto')
  expect(await said(house)).toEqual({
    ...{ still_called: 1, expired: 1, within_7: 1, refused: 1 },
    tokens_created: 2,
  })
})

it('stays as it was counted until it is closed, and comes back with the next sign-in', async () => {
  const house = await houseOfTwo()
  house.pass(25 * day)
  await signInAs(house, 'ada')
  const before = await house.digest.get()
  house.run('delete from token_grant; delete from token')
  expect(await house.digest.get()).toEqual(before)
  await house.digest.close({ forToday: false })
  expect(await house.digest.get()).toBeNull()
})

it('is not shown again on a day for which it was closed, to that person alone', async () => {
  const house = await houseOfTwo()
  house.pass(25 * day)
  await signInAs(house, 'ada')
  await house.digest.close({ forToday: true })
  await signInAs(house, 'ada')
  expect(await house.digest.get()).toBeNull()
  await signInAs(house, 'otto')
  expect(await house.digest.get()).not.toBeNull()
  house.pass(day)
  await signInAs(house, 'ada')
  expect(await house.digest.get()).not.toBeNull()
})

it('nobody signed in is told nothing', async () => {
  const house = await houseOfTwo()
  house.pass(25 * day)
  await house.session.signOut()
  expect(await house.digest.get()).toBeNull()
})
