import type { Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { copyAndFinish, rotateToken } from './pages/tokens.ts'

const day = 86_400_000

/** Row of a secret in the details of a token: its number, calls and where from. */
const secretRow = (page: Page, number: number) =>
  page
    .getByRole('table', { name: 'Secrets' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: new RegExp(`^${number}( in use)?$`) }) })

test('a token is rotated while its system calls, and its old secret is retired once the counters say so', async ({
  start,
  profile,
}) => {
  const { page, baseUrl } = await start()
  const old = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })
  const call = (secret: string) => callGateway(baseUrl, secret, 'GET', ordersPath)
  const status = async (secret: string) => (await call(secret)).status
  expect(await status(old)).toBe(200)

  // Its system goes on calling while somebody rotates.
  const answers: number[] = []
  const over = new AbortController()
  const calling = (async () => {
    while (!over.signal.aborted) answers.push(await status(old))
  })()
  const before = Date.now()
  const renewed = await rotateToken(page, 'ERP orders')
  await expect(page.getByText(/^The old secret works until .* no call is refused\./)).toBeVisible()
  await copyAndFinish(page, 'Token rotated')
  over.abort()
  await calling
  expect(new Set(answers)).toEqual(new Set([200]))

  const row = page.getByRole('row', { name: /ERP orders/ })
  await expect(row).toContainText('Active')
  await expect(row).toContainText('Rotating until')
  expect(renewed).not.toBe(old)
  expect(renewed.slice(0, 17)).toBe(old.slice(0, 17))

  const id = old.slice(4, 16)
  const [token] = askRegistry<{ number: number; tokens: number; until: number }>(
    profile,
    `select secret_number as number, (select count(*) from token) as tokens,
      (select valid_until from token_secret) as until from token where token_id = ?`,
    id,
  )
  expect(token).toMatchObject({ number: 2, tokens: 1 })
  expect(token!.until).toBeGreaterThanOrEqual(before + day)
  expect(token!.until).toBeLessThanOrEqual(Date.now() + day)

  // The counters of both secrets move while somebody looks.
  await row.click()
  const details = page.getByRole('dialog', { name: 'ERP orders' })
  await expect(
    details.getByText(/^Old secret last used .* from 127\.0\.0\.1: not yet\./),
  ).toBeVisible()
  expect(await status(renewed)).toBe(200)
  expect(await status(old)).toBe(200)
  await expect(secretRow(page, 2)).toContainText('127.0.0.1')
  await expect(secretRow(page, 2).getByRole('cell').nth(3)).toHaveText('1')
  await expect(
    details.getByText(/^Old secret last used .* from 127\.0\.0\.1: not yet\./),
  ).toBeVisible()
  expect(await status(renewed)).toBe(200)
  await expect(secretRow(page, 2).getByRole('cell').nth(3)).toHaveText('2')

  await details.getByRole('button', { name: 'Extend overlap' }).click()
  const extend = page.getByRole('dialog', { name: /^Extend the overlap/ })
  await extend.getByRole('radio', { name: '24 hours' }).check()
  await extend.getByRole('radio', { name: '7 days' }).check()
  await extend.getByRole('button', { name: 'Extend' }).click()
  await extend.waitFor({ state: 'hidden' })
  const [later] = askRegistry<{ until: number }>(
    profile,
    'select valid_until as until from token_secret',
  )
  expect(later!.until).toBeGreaterThan(token!.until + 5 * day)

  await details.getByRole('button', { name: 'End overlap now' }).click()
  const end = page.getByRole('dialog', { name: /^End the overlap/ })
  await expect(end.getByText(/not yet\./)).toBeVisible()
  await end.getByRole('button', { name: 'End overlap now' }).click()
  await end.waitFor({ state: 'hidden' })
  expect(await status(old)).toBe(401)
  expect(await status(renewed)).toBe(200)
  await expect(details.getByText(/^1 call with a secret that is not valid any more/)).toBeVisible()
  await expect(details.getByText('Rotating until')).toBeHidden()
  expect(askGatewayFile(profile, 'select reason, calls from refused_call')).toEqual([
    { reason: 'secret_replaced', calls: 1 },
  ])

  // A call with the old secret is explained by the checks that refused it.
  await details.getByRole('link', { name: /^Called with an old secret/ }).click()
  await expect(page.getByText(/^Refused: Called with an old secret/)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Secret' })).toContainText('Secret 1')
  await page.getByRole('combobox', { name: 'Secret' }).click()
  await page.getByRole('option', { name: 'The one in use' }).click()
  await page.getByRole('button', { name: 'Explain' }).click()
  await expect(page.getByText(/^Allowed at/)).toBeVisible()

  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByRole('link', { name: 'Refused calls' }).first().click()
  await page.getByRole('link', { name: 'Old secret still in use' }).click()
  await expect(page.getByRole('row', { name: /ERP orders/ })).toContainText('127.0.0.1')

  await page.getByRole('link', { name: 'API' }).click()
  await page.getByRole('link', { name: 'Identify a token' }).click()
  const field = page.getByRole('textbox', { name: 'Token or token ID' })
  await field.fill(old)
  await expect(page.getByText('It was replaced and is not valid any more')).toBeVisible()
  await field.fill(renewed)
  await expect(page.getByText('This is a token of this Keyward.')).toBeVisible()

  const told = askRegistry<{ action: string }>(
    profile,
    `select action from activity where subject_id = ? order by seq`,
    id,
  )
  expect(told.map(({ action }) => action)).toEqual([
    'token.created',
    'token.rotated',
    'token.overlap_extended',
    'token.overlap_ended',
  ])
  const usage = askGatewayFile<{ number: number; calls: number }>(
    profile,
    'select secret_number as number, calls from token_secret_usage order by secret_number',
  )
  expect(usage.map(({ number }) => number)).toEqual([1, 2])
  expect(usage[1]!.calls).toBe(3)
})
