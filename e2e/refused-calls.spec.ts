import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { openAudit } from './pages/audit.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { answerSaveDialog } from './pages/written-file.ts'

const day = 86_400_000

test('refused calls are narrowed down and exported, and an expired token that is still called stands out', async ({
  start,
}, testInfo) => {
  const first = await start()
  const { page } = first
  const secret = await readyToCall(page, { name: 'Reader', permissions: ['Orders: Read'] })
  expect((await callGateway(first.baseUrl, secret, 'POST', ordersPath, {})).status).toBe(403)
  expect((await callGateway(first.baseUrl, 'nonsense', 'GET', ordersPath)).status).toBe(401)

  await openAudit(page, 'Refused calls')
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
  expect((await callGateway(later.baseUrl, secret, 'GET', ordersPath)).status).toBe(401)
  await openAudit(later.page, 'Refused calls')
  await later.page.getByRole('link', { name: 'Expired but still called' }).click()
  const expired = later.page.getByRole('grid', { name: 'Expired but still called' })
  await expect(expired.getByRole('row', { name: /Reader/ })).toContainText('127.0.0.1')
})
