import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openHouse, refusalOf, type House } from './house.fixture'

const password = 'correct horse battery staple'
const ada = { username: 'ada', displayName: 'Ada Admin', password }
const tooMany = (seconds: number) => ({ code: 'too_many_attempts', detail: { seconds } })
const wrong = { code: 'wrong_credentials' }

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const signIn = (username: string, typed: string) =>
  house.session.signIn({ username, password: typed })
const guess = () => refusalOf(signIn('ada', 'not the password at all'))

describe('the first start', () => {
  it('asks for the first administrator, who is then signed in with access to all entities', async () => {
    expect(await house.session.state()).toEqual({ stage: 'first_start', demo: false })
    const state = await house.session.createFirstAdministrator(ada)
    expect(state).toMatchObject({
      stage: 'signed_in',
      user: { username: 'ada', displayName: 'Ada Admin', role: 'administrator' },
    })
    expect(house.rows('select permissions from user_access where entity_id = 0')).toEqual([
      { permissions: 7 },
    ])
    expect(house.actions()).toEqual(['administrator.created', 'session.signed_in'])
    expect(house.announced()).toContain('session')
  })

  it('happens once', async () => {
    await house.session.createFirstAdministrator(ada)
    const { hashed } = house.passwordWork
    const again = house.session.createFirstAdministrator({ ...ada, username: 'eve' })
    expect(await refusalOf(again)).toEqual({ code: 'already_set_up' })
    expect(house.passwordWork.hashed).toBe(hashed)
    expect(house.rows('select username from user')).toEqual([{ username: 'ada' }])
  })

  it.each([
    ['14 characters', 'a1b2c3d4e5f6g7', { code: 'password_too_short', detail: { min: 15 } }],
    [
      '14 emoji of two units each',
      '🦊🐻🐼🦁🐮🐷🐸🐵🐔🐧🐦🦆🦅🦉',
      { code: 'password_too_short', detail: { min: 15 } },
    ],
    ['a run on the keyboard', 'qwertyuiopasdfghjkl', { code: 'password_too_common' }],
    ['one’s own name', 'AdaAdminAdaAdmin', { code: 'password_too_common' }],
    [
      '257 characters',
      'ab3 '.repeat(64) + '.',
      { code: 'invalid_input', detail: { problem: 'too_long' } },
    ],
  ])('refuses a password of %s and keeps nothing', async (_, chosen, refusal) => {
    const asked = house.session.createFirstAdministrator({ ...ada, password: chosen })
    expect(await refusalOf(asked)).toEqual({ ...refusal, field: 'password' })
    expect(house.rows('select 1 from user')).toEqual([])
    expect(house.actions()).toEqual([])
  })
})

describe('signing in', () => {
  beforeEach(async () => {
    await house.session.createFirstAdministrator(ada)
    await house.session.signOut()
  })

  it('takes any spelling of the username and remembers when', async () => {
    house.pass(5)
    expect(await signIn(' ADA ', password)).toMatchObject({ stage: 'signed_in' })
    expect(house.rows('select last_sign_in_at from user')).toEqual([
      { last_sign_in_at: house.now() },
    ])
    expect(house.actions().at(-1)).toBe('session.signed_in')
  })

  it('gives the same answer, after the same work, whatever was wrong', async () => {
    const administrator = await house.userNamed('ada')
    await signIn('ada', password)
    const clerk = await house.users.create({
      kind: 'person',
      username: 'clerk',
      displayName: 'Clerk',
      signIn: { role: 'auditor', password },
    })
    await house.users.setStatus({ id: clerk.id, version: clerk.version, status: 'disabled' })
    await house.users.create({
      kind: 'person',
      username: 'guest',
      displayName: 'Guest',
      signIn: null,
    })
    await house.session.signOut()
    expect(administrator.status).toBe('active')

    for (const [username, typed] of [
      ['nobody', password],
      ['ada', 'wrong password, long enough'],
      ['clerk', password],
      ['guest', password],
      ['guest', ''],
      ['', ''],
    ] as const) {
      const before = house.passwordWork.verified
      expect(await refusalOf(signIn(username, typed))).toEqual(wrong)
      expect(house.passwordWork.verified).toBe(before + 1)
      expect(house.actions().at(-1)).toBe('session.refused')
      expect(await house.session.current()).toBeNull()
    }
    const reasons = house.rows("select after from activity where action = 'session.refused'")
    expect(reasons.slice(0, 3)).toEqual([
      { after: '{"reason":"unknown account"}' },
      { after: '{"reason":"wrong password"}' },
      { after: '{"reason":"user disabled"}' },
    ])
  })

  it('keeps nothing that was typed, for it may be a password in the wrong field', async () => {
    await refusalOf(signIn(password, password))
    await refusalOf(signIn('ada', 'another long password'))
    expect(house.everythingStored()).not.toContain(password)
    expect(house.everythingStored()).not.toContain('another long password')
  })

  it('keeps nothing that a guess at an unknown name could be tried on without the key', async () => {
    await refusalOf(signIn(' Hunter2 ', password))
    const [row] = house.rows(
      "select username_key from sign_in_throttle where username_key <> 'ada'",
    )
    expect(row).toEqual({ username_key: `unknown:${house.seals.name('hunter2').toString('hex')}` })
    for (const typed of ['hunter2', 'Hunter2', ' Hunter2 '])
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        expect(house.everythingStored()).not.toContain(
          createHash('sha256').update(typed).digest(encoding).toLowerCase(),
        )
  })

  it('does not work without a password, except in the demo', async () => {
    const { id } = await house.userNamed('ada')
    await expect(house.session.signInAs(id)).rejects.toThrow('only the demo')
    expect(await house.session.current()).toBeNull()

    const demo = await openHouse({ demo: true })
    await demo.session.createFirstAdministrator(ada)
    await demo.session.signOut()
    const state = await demo.session.signInAs((await demo.userNamed('ada')).id)
    expect(state).toMatchObject({ stage: 'signed_in', demo: true })
  })
})

describe('guessing', () => {
  beforeEach(async () => {
    await house.session.createFirstAdministrator(ada)
    await house.session.signOut()
  })

  it('is slowed down after three tries, without hashing and for the right password too', async () => {
    for (let tries = 0; tries < 3; tries += 1) expect(await guess()).toEqual(wrong)
    const { verified } = house.passwordWork
    expect(await guess()).toEqual(tooMany(1))
    expect(await refusalOf(signIn('ADA', password))).toEqual(tooMany(1))
    expect(house.passwordWork.verified).toBe(verified)
    house.pass(1)
    expect(await guess()).toEqual(wrong)
    expect(await guess()).toEqual(tooMany(2))
  })

  it('is slowed down alike for an account that does not exist', async () => {
    for (let tries = 0; tries < 3; tries += 1) await refusalOf(signIn('nobody', 'x'))
    expect(await refusalOf(signIn('Nobody ', 'x'))).toEqual(tooMany(1))
    expect(await refusalOf(signIn('somebody', 'x'))).toEqual(wrong)
  })

  it('all at once gets no further', async () => {
    const before = house.passwordWork.verified
    const answers = await Promise.all(Array.from({ length: 20 }, guess))
    expect(house.passwordWork.verified - before).toBe(3)
    expect(answers.filter((answer) => answer.code === 'too_many_attempts')).toHaveLength(17)
  })

  it('is not forgiven by a restart', async () => {
    for (let tries = 0; tries < 3; tries += 1) await guess()
    house.restartSession()
    expect(await guess()).toEqual(tooMany(1))
  })

  it('is not forgiven by a clock set back, nor punished until the clock catches up', async () => {
    for (let tries = 0; tries < 3; tries += 1) await guess()
    house.pass(1)
    await guess()
    house.pass(-400 * 86_400)
    expect(await guess()).toEqual(tooMany(2))
    house.pass(1)
    expect(await guess()).toEqual(tooMany(1))
    house.pass(1)
    expect(await signIn('ada', password)).toMatchObject({ stage: 'signed_in' })
  })

  it('is forgotten once the right password came', async () => {
    for (let tries = 0; tries < 2; tries += 1) await guess()
    await signIn('ada', password)
    await house.session.signOut()
    for (let tries = 0; tries < 3; tries += 1) expect(await guess()).toEqual(wrong)
  })
})

describe('the session', () => {
  beforeEach(async () => {
    await house.session.createFirstAdministrator(ada)
    await house.users.create({
      kind: 'person',
      username: 'bea',
      displayName: 'Bea',
      signIn: { role: 'administrator', password },
    })
  })

  it('ends with the sign-out', async () => {
    expect(await house.session.signOut()).toEqual({ stage: 'signed_out', demo: false })
    expect(await house.session.current()).toBeNull()
    expect(await refusalOf(house.session.actor())).toEqual({ code: 'not_signed_in' })
    expect(house.actions().at(-1)).toBe('session.signed_out')
    const entries = house.actions().length
    await house.session.signOut()
    expect(house.actions()).toHaveLength(entries)
  })

  it('ends at once for someone who was disabled', async () => {
    const { id, version } = await house.userNamed('ada')
    await house.users.setStatus({ id, version, status: 'disabled' })
    expect(await house.session.current()).toBeNull()
    expect(await house.session.state()).toEqual({ stage: 'signed_out', demo: false })
    house.run("update user set status = 'active' where username = 'ada'")
    expect(await house.session.current()).toBeNull()
  })

  it('has a changed role at the next question, and no role is out', async () => {
    const own = await house.userNamed('ada')
    const asked = { id: own.id, username: 'ada', displayName: 'Ada A.' }
    const demoted = await house.users.change({ ...asked, version: own.version, role: 'auditor' })
    expect(await house.session.current()).toMatchObject({ role: 'auditor', displayName: 'Ada A.' })
    await house.users.change({ ...asked, version: demoted.version, role: null })
    expect(await house.session.current()).toBeNull()
  })

  it('passes to the next who signs in, with both entries', async () => {
    await signIn('bea', password)
    expect(await house.session.current()).toMatchObject({ username: 'bea' })
    expect(house.actions().slice(-2)).toEqual(['session.signed_out', 'session.signed_in'])
  })
})
