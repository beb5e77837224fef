import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Call } from '../electron/contract/index.ts'
import { expect, test } from './fixtures.ts'
import type { Keyward } from './launch.ts'
import { callGateway } from './pages/gateway-client.ts'
import { dropOnto, openLeakScan, scanPasted } from './pages/leak-scan.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { createToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

/**
 * Everything that can be exported, with what to ask for; a new export fails here until it is named.
 */
const exportsOf: Record<string, unknown> = {
  'users.export': {},
  'tokens.export': { userId: 2, show: 'all' },
  'matrix.export': { userId: 2 },
  'calls.exportRefused': {},
  'records.export': { entityId: 1, format: 'ndjson', withSensitive: true },
  'tokens.exportList': {
    filter: {},
    order: {},
    format: 'csv',
    title: 'All tokens',
    described: [],
    zone: 'UTC',
  },
  'reviews.export': { id: 1 },
  'activity.export': { filter: {}, format: 'jsonl' },
}
const exporting = (Object.keys(contract) as Call[]).filter((call) =>
  /\.export(?!State|Progress|Cancel)/.test(call),
)

/** Each into a file of its own, and all of them whole. */
async function exportAll({ app, page }: Keyward, folder: string) {
  await app.evaluate(({ dialog }, into) => {
    let files = 0
    dialog.showSaveDialog = () => {
      files += 1
      return Promise.resolve({ canceled: false, filePath: `${into}/export-${files}` })
    }
  }, folder)
  const review = await page.evaluate(() =>
    window.keyward.ask('reviews.start', { name: 'Spring', filter: {} }),
  )
  expect(review).toMatchObject({ ok: true, value: { id: 1 } })
  for (const call of exporting) {
    const done = await page.evaluate(
      ([name, input]) => {
        const ask = window.keyward.ask as (name: string, input: unknown) => Promise<unknown>
        return ask(name, input)
      },
      [call, exportsOf[call]] as const,
    )
    expect(done, call).toMatchObject({ ok: true })
  }
  const written = () => readdirSync(folder).filter((name) => !name.endsWith('.unfinished'))
  for (const [place, call] of exporting.entries())
    await expect.poll(written, call).toContain(`export-${place + 1}`)
  await expect.poll(() => readdirSync(folder)).toEqual(written())
}

/** Scans on the page of another Keyward, and says what it found. */
async function scanOf({ page }: Keyward, folder: string) {
  await openLeakScan(page)
  await dropOnto(page, folder)
  await expect(page.getByRole('alert').getByText(`Scan of ${folder.split('/').pop()}`)).toBeVisible(
    { timeout: 30_000 },
  )
  return page.getByRole('alert').first()
}

test('no token is left in the profile, its logs, the exports or after a crash: the scan that finds others finds none', async ({
  start,
}) => {
  test.setTimeout(180_000)
  expect(exporting.toSorted()).toEqual(Object.keys(exportsOf).toSorted())
  const left = mkdtempSync(join(tmpdir(), 'keyward-left-'))
  const exported = join(left, 'exports')
  mkdirSync(exported)
  const keyward = await start({ profile: join(left, 'profile') })
  const { app, page, baseUrl } = keyward
  const printed = (text: Buffer) => appendFileSync(join(left, 'printed.txt'), text)
  app.process().stdout?.on('data', printed)
  app.process().stderr?.on('data', printed)

  const secret = await readyToCall(page, {
    name: 'Nightly export',
    permissions: ['Orders: Read', 'Orders: Write'],
  })
  const wrong = secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'))

  await test.step('its tokens are used in every way that callers know, also in those that are refused', async () => {
    const body = { number: 'A-1' }
    expect((await callGateway(baseUrl, secret, 'POST', ordersPath, body)).status).toBe(201)
    expect((await callGateway(baseUrl, secret, 'GET', ordersPath)).status).toBe(200)
    expect((await callGateway(baseUrl, wrong, 'GET', ordersPath)).status).toBe(401)
    expect((await callGateway(baseUrl, secret, 'DELETE', `${ordersPath}/A-1`)).status).toBe(403)
    const misplaced = [
      `${ordersPath}?access_token=${secret}`,
      `${ordersPath}/${secret}`,
      `/v1/entities/${secret}/records`,
      `/${secret}`,
    ]
    for (const path of misplaced) await fetch(`${baseUrl}${path}`)
    await fetch(`${baseUrl}${ordersPath}`, {
      headers: { authorization: `Basic ${secret}`, 'user-agent': secret, referer: secret },
    })
    await fetch(`${baseUrl}${ordersPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `access_token=${secret}`,
    })
  })

  await test.step('it is identified, scanned for, and everything is exported', async () => {
    await page.getByRole('link', { name: 'API', exact: true }).click()
    await page.getByRole('link', { name: 'Identify a token' }).click()
    await page.getByLabel('Token or token ID').fill(secret)
    await expect(page.getByText('This is a token of this Keyward.')).toBeVisible()
    await openLeakScan(page)
    await scanPasted(page, `one ${secret}\ntwo ${wrong}`)
    await expect(page.getByRole('row', { name: /Nightly export/ })).toContainText('Live leak')
    // What was refused is written down within a second.
    await page.getByRole('link', { name: 'Refused calls', exact: true }).click()
    await expect(page.getByRole('row', { name: /DELETE/ })).toBeVisible()
    await exportAll(keyward, exported)
  })

  await test.step('its window crashes while a secret is on the screen', async () => {
    await createUser(page, { kind: 'Person', username: 'pat', displayName: 'Pat Person' })
    await openUser(page, 'Pat Person')
    await createToken(page, {
      name: 'On the screen',
      expiration: '30 days',
      permissions: ['All entities: Read'],
    })
    const crashed = page.waitForEvent('crash')
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    await crashed
    await app.close()
  })

  const scanner = await start()
  await createFirstAdministrator(scanner.page)
  await test.step('a scan of all that is left finds no token', async () => {
    const result = await scanOf(scanner, left)
    await expect(result).toContainText('No token of any Keyward was found.')
    // The pages of a PDF are packed; the same review lies beside it as CSV.
    await expect(result).toContainText('1 file not searched whole')
    await expect(result).not.toContainText('(0 files')
  })

  await test.step('and would have found one: a log with a token in it is named', async () => {
    appendFileSync(join(left, 'profile', 'logs', 'keyward.log'), `{"token":"${secret}"}\n`)
    writeFileSync(join(exported, 'utf16.csv'), Buffer.from(`\u{FEFF}${secret}`, 'utf16le'))
    const result = await scanOf(scanner, left)
    await expect(result).toContainText('1 not of this Keyward')
    const row = scanner.page.getByRole('row', { name: new RegExp(secret.slice(4, 16)) })
    await expect(row).toContainText('and 1 more place')
    await row.getByText(secret.slice(4, 16)).click()
    const places = scanner.page.getByRole('dialog').getByRole('listitem')
    await expect(places).toHaveCount(2)
    await expect(places.filter({ hasText: 'profile/logs/keyward.log, line' })).toHaveCount(1)
    await expect(places.filter({ hasText: 'exports/utf16.csv, line 1' })).toHaveCount(1)
  })
  rmSync(left, { recursive: true })
})
