import { expect, test } from './fixtures.ts'
import { openAudit } from './pages/audit.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { openCreateToken } from './pages/tokens.ts'
import { openUser } from './pages/users.ts'

test('narrowing the access of a user stops a token at its next call, and the reason is found', async ({
  start,
}) => {
  const { page, profile, baseUrl } = await start()
  const secret = await readyToCall(page, {
    name: 'Writer',
    permissions: ['Orders: Read', 'Orders: Write'],
  })
  const write = async () =>
    (await callGateway(baseUrl, secret, 'POST', ordersPath, { number: '1' })).status
  expect(await write()).toBe(201)

  const box = (name: string) => page.getByRole('checkbox', { name })
  const save = async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Access saved.', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  }
  await page.getByRole('tab', { name: 'Access' }).click()
  await box('All entities: Write').uncheck()
  await expect(page.getByText('1 token may do less once this is saved: Writer')).toBeVisible()
  await save()
  expect(await write()).toBe(403)
  expect(
    askRegistry(profile, 'select entity_id, permissions from user_access where user_id = 2'),
  ).toEqual([{ entity_id: 0, permissions: 5 }])
  await expect
    .poll(() => askGatewayFile(profile, 'select reason from refused_call'))
    .toEqual([{ reason: 'beyond_user_access' }])

  // A new token cannot have it either, and its box says why.
  await page.getByRole('tab', { name: 'Tokens' }).click()
  const dialog = await openCreateToken(page)
  const beyond = dialog.getByRole('checkbox', { name: 'Orders: Write' })
  await expect(beyond).toBeDisabled()
  await expect(beyond).toHaveAccessibleDescription(/access/i)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await openAudit(page, 'Refused calls')
  await page.getByRole('link', { name: 'Explain', exact: true }).click()
  await expect(page.getByText('Refused: Its user may not do this now')).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'Checks in their order' }).getByText(/refused here/),
  ).toHaveText(/Its user may do this now/)
  await page.getByRole('link', { name: 'Open the access of ERP' }).click()
  await box('All entities: Write').check()
  await save()
  expect(await write()).toBe(201)
  await openUser(page, 'ERP')
})
