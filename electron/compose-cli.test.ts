import { expect, it } from 'vitest'
import { runCommandLine } from './cli/run-command-line'
import { createFakeTerminal } from './cli/terminal.fixture'
import type { Token } from './contract/token'
import { alice, anna, makeProfile } from './command-line.fixture'
import { openForCommand } from './compose-cli'
import { verifyActivityFile } from './services/verify-activity-file'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'

type Profile = Awaited<ReturnType<typeof makeProfile>>
type Given = Parameters<typeof createFakeTerminal>[0]

const opened = ({ folder }: Profile) =>
  openForCommand({
    folder,
    now: Date.now,
    clockOffsetMs: 0,
    safeStorage: null,
    say: (sentence) => expect.fail(sentence),
  })

/** Runs a command on a real profile, as somebody who is nobody by default. */
async function keyward(profile: Profile, typed: string[], given: Given = {}) {
  const { terminal, shown } = createFakeTerminal(given)
  const reported: unknown[] = []
  const code = await runCommandLine(typed, {
    terminal,
    environment: {},
    version: '1.2.3',
    now: Date.now,
    open: () => opened(profile),
    offline: { verifyActivityFile },
    report: (error) => reported.push(error),
  })
  expect(reported).toEqual([])
  return { code, ...shown }
}

const as = (
  who: { username: string; password: string },
  typed: string[],
): [string[], { input: string }] => [
  [...typed, '--user', who.username, '--password-stdin'],
  { input: `${who.password}\n` },
]

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
  const keywardHere = await opened(profile)
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

it('users are listed for people in a table, and for programs in JSON', async () => {
  const profile = await makeProfile()
  const { out } = await keyward(profile, ...as(anna, ['users', 'list']))
  expect(out.split('\n')[0]).toMatch(/^USERNAME +DISPLAY NAME +KIND/)
  expect(out).toMatch(/erp +ERP +Service account +Active +– +3/)
  const json = await keyward(
    profile,
    ...as(anna, ['users', 'list', '--json', '--kind', 'service-account']),
  )
  expect(JSON.parse(json.out)).toMatchObject([
    { username: 'erp', activeTokens: 3, createdAt: expect.stringMatching(/^\d{4}-.*Z$/) },
  ])
  const none = await keyward(profile, ...as(anna, ['users', 'list', '--search', 'zebra']))
  expect([none.code, none.out, none.err]).toEqual([0, '', 'No user fits.\n'])
})

it('tokens are listed by the filters of the inventory', async () => {
  const profile = await makeProfile()
  const list = async (...filter: string[]) => {
    const typed = as(anna, ['tokens', 'list', '--json', ...filter])
    const { code, out, err } = await keyward(profile, ...typed)
    return code === 0 ? JSON.parse(out).map((row: { token: Token }) => row.token.name) : err
  }
  expect(await list()).toEqual(['ERP orders', 'ERP archive', 'ERP for ever'])
  expect(await list('--of', 'ERP')).toHaveLength(3)
  expect(await list('--of', 'anna')).toEqual([])
  expect(await list('--never-expires')).toEqual(['ERP for ever'])
  expect(await list('--expires-within', '30')).toEqual(['ERP orders'])
  expect(await list('--status', 'expiring-soon')).toEqual(['ERP orders'])
  expect(await list('--status', 'revoked')).toEqual(['ERP old'])
  expect(await list('--entity', 'orders', '--permission', 'write')).toHaveLength(3)
  expect(await list('--entity', 'orders', '--permission', 'delete')).toEqual([])
  expect(await list('--search', 'archive')).toEqual(['ERP archive'])
  expect(await list('--never-used')).toHaveLength(3)
  expect(await list('--of', 'nobody')).toContain('no user')
  expect(await list('--entity', 'nothing')).toContain('no entity')
  expect(await list('--status', 'broken')).toContain('--status is one of')
  expect(await list('--unused-days', 'many')).toContain('whole number')

  const soon = await keyward(profile, ...as(anna, ['tokens', 'expiring', '--days', '20']))
  expect(soon.out).toMatch(/ERP orders +erp +Expiring soon/)
  expect(soon.out.split('\n')).toHaveLength(3)
})

it('a list of more than one page is whole', async () => {
  const profile = await makeProfile()
  profile.ask(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 230)
    insert into user (kind, username, username_key, display_name, display_key, search_key, status,
      created_at, updated_at, version)
    select 'service_account', 'u' || i, 'u' || i, 'U' || i, 'u' || i, 'u' || i, 'active', 1, 1, 1
    from n`)
  const { out } = await keyward(profile, ...as(anna, ['users', 'list', '--json']))
  const names = JSON.parse(out).map((user: { username: string }) => user.username)
  expect(new Set(names).size).toBe(233)
})

it('a chain that was changed outside Keyward is found, and told by the exit code', async () => {
  const profile = await makeProfile()
  const verify = () => keyward(profile, ...as(anna, ['activity', 'verify']))
  expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining('unbroken') })
  profile.ask(`drop trigger if exists activity_is_final`)
  profile.ask(`update activity set actor_name = 'Nobody' where seq = 2`)
  expect(await verify()).toMatchObject({ code: 5, out: expect.stringContaining('entry 2') })
})

it('two command lines that write at once leave one unbroken chain', async () => {
  const profile = await makeProfile()
  await Promise.all(
    Array.from({ length: 4 }, () => keyward(profile, ...as(anna, ['users', 'list']))),
  )
  const store = createSqliteRegistry({ folder: profile.folder, ...profile.seals })
  expect(await store.activity.verify()).toMatchObject({ brokenAt: null })
  store.close()
})

it('the gateway of a profile is served until it is told to end, and is in the activity', async () => {
  const profile = await makeProfile()
  const told = Promise.withResolvers<void>()
  const { terminal, shown } = createFakeTerminal({ told: told.promise })
  const listens = Promise.withResolvers<void>()
  const run = runCommandLine(['gateway', 'serve', '--port', '0', '--json'], {
    terminal: {
      ...terminal,
      print: async (text) => terminal.print(text).then(listens.resolve),
    },
    environment: {},
    version: '1.2.3',
    now: Date.now,
    open: () => opened(profile),
    offline: { verifyActivityFile },
    report: (error) => expect.fail(String(error)),
  })
  await Promise.race([listens.promise, run])
  const { baseUrl, port } = JSON.parse(shown.out)
  const call = () =>
    fetch(`${baseUrl}/v1/entities/orders/records`, {
      headers: { authorization: `Bearer ${profile.secret}` },
    }).then((answer) => answer.status)
  expect(await call()).toBe(200)

  const second = await keyward(profile, ['gateway', 'serve', '--port', String(port)])
  expect([second.code, second.err]).toEqual([7, expect.stringContaining(String(port))])

  await keyward(profile, ...as(alice, ['tokens', 'disable', 'ERP orders', '--yes']))
  expect(await call()).toBe(401)

  told.resolve()
  expect(await run).toBe(0)
  await expect(call()).rejects.toThrow('fetch failed')
  expect(profile.ask('select allowed, refused from gw.token_usage')).toEqual([
    { allowed: 1, refused: 1 },
  ])
  expect(
    profile.ask(`select action, actor_name from activity where subject_kind = 'gateway'`),
  ).toEqual([
    { action: 'gateway.started', actor_name: 'Keyward (command line)' },
    { action: 'gateway.stopped', actor_name: 'Keyward (command line)' },
  ])
})

it('an address that others reach needs the certificate chosen in Keyward', async () => {
  const profile = await makeProfile()
  const served = await keyward(profile, ['gateway', 'serve', '--port', '0', '--listen', '0.0.0.0'])
  expect([served.code, served.err]).toEqual([7, expect.stringContaining('TLS')])
})
