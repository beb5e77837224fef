import { expect, test } from './fixtures.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'
import { copyAndFinish, fillToken, openCreateToken, readSecret } from './pages/tokens.ts'
import { createService } from './pages/users.ts'
import type { Page } from 'playwright'

const day = 86_400_000
const records = '/v1/entities/orders/records'

async function createLimited(page: Page, name: string, limits: Record<string, string>) {
  const dialog = await openCreateToken(page)
  await fillToken(page, dialog, { name, expiration: '30 days', permissions: ['Orders: Read'] })
  await dialog.getByRole('button', { name: 'More options' }).click()
  for (const [label, value] of Object.entries(limits))
    await dialog.getByRole('textbox', { name: label }).fill(value)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  return dialog
}

test('a token works only from its networks and from its start on, and says which of them refused', async ({
  start,
}) => {
  const first = await start()
  const { page, profile } = first
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createService(page, 'erp', 'ERP')

  const dialog = await createLimited(page, 'Plant', { 'Allowed source networks': '10.1.2.3/99' })
  await expect(dialog.getByRole('textbox', { name: 'Allowed source networks' })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await dialog.getByRole('textbox', { name: 'Allowed source networks' }).fill('10.1.0.0/16')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  const plant = await readSecret(page)
  await copyAndFinish(page)

  await createLimited(page, 'This machine', { 'Allowed source networks': '127.0.0.0/8' })
  const here = await readSecret(page)
  await copyAndFinish(page)

  const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10)
  await createLimited(page, 'Tomorrow', { Start: tomorrow })
  const starting = await readSecret(page)
  await copyAndFinish(page)
  await expect(page.getByRole('row', { name: /Tomorrow/ })).toContainText('Not yet active')

  const status = async (secret: string, baseUrl = first.baseUrl) =>
    (await callGateway(baseUrl, secret, 'GET', records)).status
  expect(await status(plant)).toBe(401)
  expect(await status(here)).toBe(200)
  expect(await status(starting)).toBe(401)
  await expect
    .poll(() => askGatewayFile(profile, 'select reason from refused_call order by id'))
    .toEqual([{ reason: 'source_not_allowed' }, { reason: 'not_yet_active' }])
  expect(askRegistry(profile, "select networks from token where name = 'Plant'")).toEqual([
    { networks: '["10.1.0.0/16"]' },
  ])

  await page.getByRole('row', { name: /Plant/ }).getByText('Plant').click()
  const details = page.getByRole('dialog', { name: 'Plant' })
  await details.getByRole('link', { name: /a network that the token does not allow/ }).click()
  await expect(page.getByText(/Allowed: 10\.1\.0\.0\/16\. Source: 127\.0\.0\.1/)).toBeVisible()
  await first.app.close()

  const later = await start({ clockOffsetMs: 2 * day })
  await signIn(later.page, administrator)
  await later.page.getByRole('link', { name: 'Parametrization' }).waitFor()
  expect(await status(starting, later.baseUrl)).toBe(200)
  expect(await status(plant, later.baseUrl)).toBe(401)
})
