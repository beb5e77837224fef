import type { Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { startCalling } from './pages/calling-systems.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import {
  chooseForToken,
  copyAndFinish,
  fillToken,
  openCreateToken,
  readSecret,
  rotateToken,
} from './pages/tokens.ts'
import { createService } from './pages/users.ts'

const day = 86_400_000

/** Row of a secret in the details of a token: its number, calls and where from. */
const secretRow = (page: Page, number: number) =>
  page.getByRole('table', { name: 'Secrets' }).getByRole('row', { name: new RegExp(`^${number} `) })

test('a token is rotated, and its old secret is retired once the counters say so', async ({
  start,
  profile,
}) => {
  const { page, baseUrl } = await start()
  const old = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })
  const call = (secret: string) => callGateway(baseUrl, secret, 'GET', ordersPath)
  const status = async (secret: string) => (await call(secret)).status
  expect(await status(old)).toBe(200)

  const before = Date.now()
  const renewed = await rotateToken(page, 'ERP orders')
  await expect(page.getByText(/^The old secret works until .* no call is refused\./)).toBeVisible()
  await copyAndFinish(page, 'Token rotated')
  expect(await status(old)).toBe(200)

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

/** A token of the service account ERP that the rate of the policy does not hold back. */
async function readyForLoad(page: Page): Promise<string> {
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createService(page, 'erp', 'ERP')
  const dialog = await openCreateToken(page)
  await fillToken(page, dialog, {
    name: 'ERP orders',
    expiration: '30 days',
    permissions: ['Orders: Read'],
  })
  await dialog.getByRole('button', { name: 'More options' }).click()
  await dialog.getByRole('textbox', { name: 'Calls per minute' }).fill('1000000')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  const secret = await readSecret(page)
  await copyAndFinish(page)
  return secret
}

test('twenty systems call without a pause while their token is rotated, and none of them is ever refused', async ({
  start,
  profile,
}) => {
  test.setTimeout(120_000)
  const { page, baseUrl } = await start()
  const old = await readyForLoad(page)
  const status = async (secret: string) =>
    (await callGateway(baseUrl, secret, 'GET', ordersPath)).status

  const calling = startCalling(20, old, status)
  const { systems } = calling
  await expect.poll(() => systems.every(({ answers }) => answers.length > 0)).toBe(true)
  const renewed = await rotateToken(page, 'ERP orders')
  await copyAndFinish(page, 'Token rotated')

  // One after the other gets the new secret, while those that wait for theirs call with the old.
  for (const system of systems) {
    system.secret = renewed
    await expect.poll(() => system.answers.at(-1)?.secret).toBe(renewed)
  }

  await page.getByRole('row', { name: /ERP orders/ }).click()
  const details = page.getByRole('dialog', { name: 'ERP orders' })
  await details.getByRole('button', { name: 'End overlap now' }).click()
  const end = page.getByRole('dialog', { name: /^End the overlap/ })
  await end.getByRole('button', { name: 'End overlap now' }).click()
  await end.waitFor({ state: 'hidden' })
  expect(await status(old)).toBe(401)

  // They go on after it.
  const soFar = systems.map(({ answers }) => answers.length)
  await expect
    .poll(() => systems.every(({ answers }, place) => answers.length > soFar[place]! + 1))
    .toBe(true)
  await calling.stop()
  const answers = calling.answers()
  expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]))
  expect(answers.length).toBeGreaterThan(500)

  // The gateway counted the very same: each call that was made, and one refusal, of this story.
  const withNew = answers.filter(({ secret }) => secret === renewed).length
  await expect
    .poll(() =>
      askGatewayFile(profile, 'select calls from token_secret_usage where secret_number = 2'),
    )
    .toEqual([{ calls: withNew }])
  expect(askGatewayFile(profile, 'select reason, calls from refused_call')).toEqual([
    { reason: 'secret_replaced', calls: 1 },
  ])
})

test('an overlap beyond the end of the token is refused in the dialog, and nothing is changed', async ({
  start,
  profile,
}) => {
  const { page, baseUrl } = await start()
  const secret = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })
  const stored = () =>
    askRegistry<{ expires_at: number }>(
      profile,
      `select expires_at, version, secret_number, (select count(*) from token_secret) as earlier,
        (select count(*) from activity) as entries from token`,
    )
  const before = stored()

  await chooseForToken(page, 'ERP orders', 'Rotate')
  const dialog = page.getByRole('dialog', { name: /^Rotate/ })
  await dialog.getByRole('radio', { name: 'Until a moment of your choice' }).check()
  const until = dialog.getByRole('textbox', { name: 'Valid until' })
  // A second too late; the Swedish way to write a moment is the one that is typed here.
  const tooLate = new Date(before[0]!.expires_at + 1_000).toLocaleString('sv-SE')
  await until.fill(tooLate)
  await dialog.getByRole('button', { name: 'Rotate' }).click()
  await expect(
    dialog.getByText(/^The token itself ends on .+\. Choose a moment up to then\.$/),
  ).toBeVisible()
  await expect(until).toHaveAttribute('aria-invalid', 'true')
  await expect(until).toHaveValue(tooLate)

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(stored()).toEqual(before)
  expect((await callGateway(baseUrl, secret, 'GET', ordersPath)).status).toBe(200)
})
