import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { answerOpenDialog, dropOnto, openLeakScan, scanPasted } from './pages/leak-scan.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { signIn, signOut } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

const auditor = { username: 'audit', password: 'seven grey herons wade' }

test('tokens that lie in a folder are found, told without their secrets, and revoked at once', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'keyward-leaks-'))
  const { app, page, profile, baseUrl } = await start()
  const used = await readyToCall(page, { name: 'Nightly export', permissions: ['Orders: Read'] })
  const packed = await createToken(page, {
    name: 'Web shop',
    expiration: '90 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(page)
  const safe = await createToken(page, {
    name: 'Not leaked',
    expiration: '90 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(page)
  await createUser(page, {
    kind: 'Person',
    username: auditor.username,
    displayName: 'Anna Auditor',
    signIn: { role: 'Auditor', password: auditor.password },
  })
  expect((await callGateway(baseUrl, used, 'GET', ordersPath)).status).toBe(200)

  const logs = join(folder, 'logs')
  mkdirSync(join(logs, 'old'), { recursive: true })
  writeFileSync(join(logs, 'app.log'), `start\nGET /orders Bearer ${used}\nGET again ${used}\n`)
  writeFileSync(join(logs, 'settings.txt'), Buffer.from(`\u{FEFF}key=${used}`, 'utf16le'))
  writeFileSync(join(logs, 'old', 'app.log.1.gz'), gzipSync(`token: ${packed}\n`))
  writeFileSync(join(logs, 'backup.zip'), Buffer.from('504b030414000000', 'hex'))

  const main = page.getByRole('main')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  const revoked = () =>
    askRegistry<{ name: string }>(
      profile,
      'select name from token where revoked_at is not null order by name',
    ).map(({ name }) => name)

  await test.step('an auditor drops the folder and sees whose tokens lie there, but revokes none', async () => {
    await signOut(page)
    await signIn(page, auditor)
    await openLeakScan(page)
    await dropOnto(page, logs)
    await expect(main).toContainText('2 tokens with their right secret')
    await expect(row('Nightly export')).toContainText('Live leak')
    await expect(row('Nightly export')).toContainText('logs/app.log, line 2')
    await expect(row('Nightly export')).toContainText('and 2 more places')
    await expect(row('Web shop')).toContainText('logs/old/app.log.1.gz, line 1')
    await expect(page.getByRole('button', { name: 'Revoke all found' })).toHaveCount(0)
    for (const secret of [used, packed])
      expect(await page.content()).not.toContain(secret.slice(17))
    await page.getByRole('button', { name: '1 file not searched whole' }).click()
    await expect(page.getByRole('dialog')).toContainText('logs/backup.zip')
    await page.getByRole('button', { name: 'Close' }).click()

    const asked = (call: string, input: unknown) =>
      page.evaluate(
        ([name, given]) => {
          const ask = window.keyward.ask as (name: string, given: unknown) => Promise<unknown>
          return ask(name, given)
        },
        [call, input] as const,
      )
    const scan = await asked('leaks.current', undefined)
    expect(JSON.stringify(scan)).not.toContain(used.slice(17))
    const { id } = (scan as { value: { id: string } }).value
    expect(await asked('leaks.revoke', { id })).toMatchObject({ failure: { code: 'role_needed' } })
    // A page has no way to name a path of its own.
    expect(await asked('leaks.scanDropped', { paths: ['/etc'] })).toMatchObject({ ok: false })
    expect(revoked()).toEqual([])
  })

  await test.step('what one person found is gone for the next', async () => {
    await signOut(page)
    await signIn(page, { username: 'alice', password: 'correct horse battery staple' })
    await openLeakScan(page)
    await expect(main).not.toContainText('logs')
  })

  await test.step('an administrator revokes them all, after reading who used them last', async () => {
    await answerOpenDialog(app, logs)
    await page.getByRole('button', { name: 'Choose folder' }).click()
    await page.getByRole('button', { name: 'Revoke all found' }).click()
    const dialog = page.getByRole('dialog', { name: 'Revoke the 2 tokens that leaked?' })
    const listed = dialog.getByRole('listitem')
    await expect(listed.first()).toContainText('Nightly export · ERP')
    await expect(listed.first()).toContainText('from 127.0.0.1')
    await expect(listed.nth(1)).toContainText('Never used so far')
    await dialog.getByRole('button', { name: 'Revoke 2 tokens' }).click()
    await expect(page.getByText('2 tokens are revoked.')).toBeVisible()
    await expect(row('Web shop')).toContainText('Revoked')

    expect(revoked()).toEqual(['Nightly export', 'Web shop'])
    expect(
      askRegistry(
        profile,
        "select subject_name, actor_name from activity where action = 'token.revoked' order by seq",
      ),
    ).toEqual([
      { subject_name: 'Nightly export', actor_name: 'Alice Novak' },
      { subject_name: 'Web shop', actor_name: 'Alice Novak' },
    ])
    expect((await callGateway(baseUrl, used, 'GET', ordersPath)).status).toBe(401)
    expect((await callGateway(baseUrl, packed, 'GET', ordersPath)).status).toBe(401)
    expect((await callGateway(baseUrl, safe, 'GET', ordersPath)).status).toBe(200)
  })

  await test.step('a pasted text is searched too, and says what no longer works', async () => {
    await scanPasted(page, `Authorization: Bearer ${used}`)
    await expect(row('Nightly export')).toContainText('Leaked, stopped')
    await expect(page.getByRole('button', { name: 'Revoke all found' })).toHaveCount(0)
    await scanPasted(page, 'nothing to see')
    await expect(main).toContainText('No token of any Keyward was found.')
  })

  await test.step('two gigabytes of a binary file are read under a bar that can be cancelled', async () => {
    const large = join(folder, 'disk.img')
    writeFileSync(large, '')
    truncateSync(large, 2 * 2 ** 30)
    await answerOpenDialog(app, large)
    await page.getByRole('button', { name: 'Choose file' }).click()
    await expect(page.getByRole('progressbar', { name: 'The scan goes on' })).toBeVisible()
    // The window answers meanwhile: another page opens, and the scan is still there afterwards.
    await openUser(page, 'ERP')
    await openLeakScan(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(main).toContainText('Cancelled: only what was read until then is listed.')
  })
  rmSync(folder, { recursive: true })
})
