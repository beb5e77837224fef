import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createService } from './pages/users.ts'
import { answerSaveDialog } from './pages/written-file.ts'

const day = 86_400_000
const records = '/v1/entities/orders/records'

test('refused calls are narrowed down and exported, and an expired token that is still called stands out', async ({
  start,
}, testInfo) => {
  const first = await start()
  const { page } = first
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createService(page, 'erp', 'ERP')
  const secret = await createToken(page, {
    name: 'Reader',
    expiration: '30 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(page)
  expect((await callGateway(first.baseUrl, secret, 'POST', records, {})).status).toBe(403)
  expect((await callGateway(first.baseUrl, 'nonsense', 'GET', records)).status).toBe(401)

  await page.getByRole('link', { name: 'Audit' }).click()
  const rows = page.getByRole('grid', { name: 'Refused calls' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await page.getByRole('combobox', { name: 'Reason' }).click()
  await page.getByRole('option', { name: 'The token lacks this permission' }).click()
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('POST orders')
  await page.getByLabel('Search token or source').fill('nobody')
  await expect(page.getByText('No refused call matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(rows).toHaveCount(3)

  await page.getByRole('combobox', { name: 'Entity' }).click()
  await page.getByRole('option', { name: 'orders' }).click()
  await page.getByLabel('Search token or source').fill('Reader')
  await expect(rows).toHaveCount(2)
  const file = testInfo.outputPath('refused.csv')
  await answerSaveDialog(first.app, file)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByText(/was written, with 1 row\./)).toBeVisible()
  const [head, row, ...more] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  expect(head).toContain('reason')
  expect(row).toContain('not_granted')
  expect(more).toEqual([])
  expect(
    askRegistry(first.profile, "select action from activity where action = 'list.exported'"),
  ).toHaveLength(1)
  await first.app.close()

  const later = await start({ clockOffsetMs: 32 * day })
  await signIn(later.page, administrator)
  expect((await callGateway(later.baseUrl, secret, 'GET', records)).status).toBe(401)
  await later.page.getByRole('link', { name: 'Audit' }).click()
  await later.page.getByRole('link', { name: 'Expired but still called' }).click()
  const expired = later.page.getByRole('grid', { name: 'Expired but still called' })
  await expect(expired.getByRole('row', { name: /Reader/ })).toContainText('127.0.0.1')
})
