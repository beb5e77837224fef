import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from './fixtures.ts'
import { startCommand, typeCommand } from './pages/command-line.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator } from './pages/sign-in.ts'
import { chooseForToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

const auditor = { username: 'audit', password: 'seven grey herons wade' }

test('a token disabled on the command line shows in the open window, and its next call is refused', async ({
  start,
  profile,
}) => {
  // Every command is a program that starts and ends, and some of them start Chromium.
  test.setTimeout(180_000)
  const { page, baseUrl } = await start()
  const secret = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })
  const id = secret.split('_')[1]!
  const status = async (at = baseUrl) => (await callGateway(at, secret, 'GET', ordersPath)).status
  await createUser(page, {
    kind: 'Person',
    username: auditor.username,
    displayName: 'Anna Auditor',
    signIn: { role: 'Auditor', password: auditor.password },
  })
  await openUser(page, 'ERP')
  const row = page.getByRole('row', { name: /ERP orders/ })
  await expect(row).toContainText('Active')
  expect(await status()).toBe(200)

  const listed = await typeCommand(['tokens', 'list', '--json'], { profile, as: auditor })
  expect(listed).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(listed.out)).toMatchObject([{ token: { id, name: 'ERP orders' } }])
  expect(listed.out).not.toContain(secret)

  const refused = await typeCommand(['tokens', 'disable', id, '--yes'], {
    profile,
    as: auditor,
    program: 'node',
  })
  expect(refused).toMatchObject({ code: 3, out: '' })
  expect(refused.err).toContain('This needs the role')
  expect(await status()).toBe(200)

  const disabled = await typeCommand(['tokens', 'disable', id, '--yes'], {
    profile,
    as: administrator,
  })
  expect(disabled).toMatchObject({ code: 0, err: '' })
  expect(await status()).toBe(401)
  await expect(row).toContainText('Disabled')
  expect(
    askRegistry(profile, 'select action, actor_name from activity order by seq desc limit 3'),
  ).toEqual([
    { action: 'session.signed_out', actor_name: administrator.displayName },
    { action: 'token.disabled', actor_name: administrator.displayName },
    { action: 'session.signed_in', actor_name: administrator.displayName },
  ])
  // The window's own session is none of the command line's.
  await chooseForToken(page, 'ERP orders', 'Enable')
  await expect(row).toContainText('Active')
  expect(await status()).toBe(200)

  const revoke = (...more: string[]) =>
    typeCommand(['tokens', 'revoke', id, '--yes', ...more], {
      profile,
      as: administrator,
      program: 'node',
    })
  expect((await revoke()).code).toBe(1)
  expect(await status()).toBe(200)
  expect((await revoke('--confirm-name', 'ERP orders')).code).toBe(0)
  expect(await status()).toBe(401)
  await expect(row).toHaveCount(0)
})

test('command lines that write all at once, beside the window, leave one unbroken chain', async ({
  start,
  profile,
}) => {
  test.setTimeout(180_000)
  const { page } = await start()
  await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })
  const before = askRegistry<{ entries: number }>(profile, 'select count(*) entries from activity')
  const running = Promise.all(
    Array.from({ length: 6 }, () =>
      typeCommand(['users', 'list'], { profile, as: administrator, program: 'node' }),
    ),
  )
  await createUser(page, { kind: 'Service account', username: 'pos', displayName: 'Tills' })
  expect((await running).map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0])
  const after = askRegistry<{ entries: number }>(profile, 'select count(*) entries from activity')
  expect(after[0]!.entries - before[0]!.entries).toBe(6 * 2 + 1)

  const verified = await typeCommand(['activity', 'verify', '--json'], {
    profile,
    as: administrator,
    program: 'node',
  })
  expect(verified.code).toBe(0)
  expect(JSON.parse(verified.out)).toMatchObject({ brokenAt: null, anchors: { fault: null } })
})

test('a second gateway on plain Node serves the same profile, hears of every change and ends cleanly', async ({
  start,
  profile,
}) => {
  test.setTimeout(180_000)
  const { page, baseUrl } = await start()
  const secret = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })
  const status = async (at: string) => (await callGateway(at, secret, 'GET', ordersPath)).status

  const port = new URL(baseUrl).port
  const taken = await typeCommand(['gateway', 'serve', '--port', port], { profile })
  expect(taken).toMatchObject({ code: 7, out: '' })
  expect(taken.err).toContain(port)

  const serving = startCommand(['gateway', 'serve', '--port', '0'], { profile, program: 'node' })
  const lines = createInterface({ input: serving.stdout! })
  const [line] = (await once(lines, 'line')) as [string]
  const second = line.replace('Gateway: ', '')
  const calls = await Promise.all(
    Array.from({ length: 20 }, (_, n) => status(n % 2 === 0 ? baseUrl : second)),
  )
  expect(new Set(calls)).toEqual(new Set([200]))

  await page.getByRole('button', { name: 'Actions for ERP orders' }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  const dialog = page.getByRole('dialog', { name: /^Disable/ })
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await status(second)).toBe(401)
  expect(await status(baseUrl)).toBe(401)

  const ended = once(serving, 'exit')
  serving.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await expect(status(second)).rejects.toThrow('fetch failed')
  expect(
    askRegistry(profile, `select action from activity where actor_name like '%(command line)'`),
  ).toEqual([{ action: 'gateway.started' }, { action: 'gateway.stopped' }])
  await expect
    .poll(() => askGatewayFile(profile, 'select allowed, refused from token_usage'))
    .toEqual([{ allowed: 20, refused: 2 }])
})
