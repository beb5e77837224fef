import { expect, it } from 'vitest'
import { createFakeTerminal } from './cli/terminal.fixture'
import { alice, makeProfile } from './command-line.fixture'
import { as, keyward, runOn } from './typed.fixture'

it('the gateway of a profile is served until it is told to end, and is in the activity', async () => {
  const profile = await makeProfile()
  const told = Promise.withResolvers<void>()
  const { terminal, shown } = createFakeTerminal({ told: told.promise })
  const listens = Promise.withResolvers<void>()
  const run = runOn(profile, ['gateway', 'serve', '--port', '0', '--json'], {
    ...terminal,
    print: async (text) => terminal.print(text).then(listens.resolve),
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
