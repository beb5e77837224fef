import { expect, it } from 'vitest'
import { alice, anna, makeProfile } from './command-line.fixture'
import { as, keyward, openedFor } from './typed.fixture'

it('a token is found by its ID or its name, and shown with what it may do', async () => {
  const profile = await makeProfile()
  for (const named of [profile.token.id, 'ERP orders']) {
    const { code, out, err } = await keyward(profile, ...as(anna, ['tokens', 'show', named]))
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(profile.token.id)
    expect(out).toMatch(/Permissions: +orders: read, write/)
    expect(out).not.toContain(profile.secret)
  }
})

it('a token is disabled by an administrator, with the entries that say so, and nobody stays signed in', async () => {
  const profile = await makeProfile()
  const before = profile.actions().length
  const { code, out } = await keyward(
    profile,
    ...as(alice, ['tokens', 'disable', profile.token.id, '--yes', '--json']),
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ id: profile.token.id, status: 'disabled' })
  expect(profile.kept()).toMatchObject({ enabled: 0 })
  expect(profile.actions().slice(before)).toEqual([
    'session.signed_in',
    'token.disabled',
    'session.signed_out',
  ])
  expect(profile.ask('select actor_name, after from activity order by seq desc limit 3')).toEqual([
    { actor_name: 'Alice Novak', after: '{"through":"command line"}' },
    { actor_name: 'Alice Novak', after: '{"enabled":false}' },
    { actor_name: 'Alice Novak', after: '{"through":"command line"}' },
  ])
})

it('an auditor may look, and is refused to disable before anything is asked', async () => {
  const profile = await makeProfile()
  const { code, err } = await keyward(profile, ['tokens', 'disable', 'ERP orders'], {
    answers: [anna.username, anna.password],
  })
  expect(code).toBe(3)
  expect(err).toContain('This needs the role')
  expect(profile.kept()).toMatchObject({ enabled: 1 })
  expect((await keyward(profile, ...as(anna, ['users', 'list']))).code).toBe(0)
})

it('main refuses an auditor by itself, whatever the command line lets through', async () => {
  const profile = await makeProfile()
  const keywardHere = await openedFor(profile)
  const revoke = () => keywardHere.answer('tokens.revoke', { id: profile.token.id })
  expect(await revoke()).toMatchObject({ failure: { code: 'not_signed_in' } })
  await keywardHere.answer('session.signIn', anna)
  expect(await revoke()).toMatchObject({ failure: { code: 'role_needed' } })
  keywardHere.close()
  expect(profile.kept()).toMatchObject({ revoked_at: null })
})

it('a wrong password is refused, written down and slows the next one', async () => {
  const profile = await makeProfile()
  const wrong = { ...alice, password: 'not this one at all' }
  for (let n = 0; n < 3; n++)
    expect((await keyward(profile, ...as(wrong, ['users', 'list']))).code).toBe(3)
  const { code, err } = await keyward(profile, ...as(alice, ['users', 'list', '--json']))
  expect(code).toBe(3)
  expect(JSON.parse(err)).toMatchObject({ error: 'too_many_attempts' })
  const refused = profile.ask(`select after from activity where action = 'session.refused'`)
  expect(refused).toHaveLength(3)
  expect(refused[0]).toEqual({ after: '{"reason":"wrong password","through":"command line"}' })
  expect(JSON.stringify(profile.ask('select * from activity'))).not.toContain(wrong.password)
})

it('a token used within the last 24 hours is revoked only by its name', async () => {
  const profile = await makeProfile()
  profile.use(profile.token.id, Date.now() - 60_000)
  const revoke = (...more: string[]) =>
    keyward(profile, ...as(alice, ['tokens', 'revoke', profile.token.id, '--yes', ...more]))
  expect(await revoke()).toMatchObject({ code: 1, err: expect.stringContaining('--confirm-name') })
  expect(await revoke('--confirm-name', 'ERP order')).toMatchObject({ code: 1 })
  expect(profile.kept()).toMatchObject({ revoked_at: null })
  expect((await revoke('--confirm-name', 'ERP orders')).code).toBe(0)
  expect(profile.kept()).toMatchObject({ revoked_at: expect.any(Number) })
  // Final, and said so.
  expect(await revoke('--confirm-name', 'ERP orders')).toMatchObject({ code: 1 })
})

it('somebody at a terminal is asked before a token stops, and a no changes nothing', async () => {
  const profile = await makeProfile()
  const typed = ['tokens', 'revoke', 'ERP orders', '--user', alice.username]
  const no = await keyward(profile, typed, { answers: [alice.password, 'n'] })
  expect(no.code).toBe(1)
  expect(no.asked[1]).toContain('never used')
  expect(profile.kept()).toMatchObject({ revoked_at: null })
  expect((await keyward(profile, typed, { answers: [alice.password, 'y'] })).code).toBe(0)
})

it('where nobody can be asked, a token stops only with --yes', async () => {
  const profile = await makeProfile()
  const { code, err } = await keyward(profile, ...as(alice, ['tokens', 'revoke', 'ERP orders']))
  expect([code, err]).toEqual([2, expect.stringContaining('--yes')])
  expect(profile.kept()).toMatchObject({ revoked_at: null })
})

it('a whole token on the command line is not looked up, and not repeated', async () => {
  const profile = await makeProfile()
  const { code, err } = await keyward(profile, ...as(anna, ['tokens', 'show', profile.secret]))
  expect(code).toBe(2)
  expect(err).not.toContain(profile.secret)
})

it('what does not exist is told apart from what is refused', async () => {
  const profile = await makeProfile()
  expect(await keyward(profile, ...as(anna, ['tokens', 'show', 'ERP']))).toMatchObject({ code: 4 })
})

it('the password is read from a file, with a warning where others can read it too', async () => {
  const profile = await makeProfile()
  const typed = (file: string) => ['users', 'list', '--user', 'alice', '--password-file', file]
  const files = { '/closed': `${alice.password}\n`, '/open': alice.password }
  expect(await keyward(profile, typed('/closed'), { files })).toMatchObject({ code: 0, err: '' })
  const open = await keyward(profile, typed('/open'), { files })
  expect([open.code, open.err]).toEqual([0, expect.stringContaining('can read')])
  expect((await keyward(profile, typed('/gone'), { files })).code).toBe(2)
})
