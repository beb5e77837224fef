import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { chooseForToken, disableToken } from './pages/tokens.ts'
import { openUser } from './pages/users.ts'

const day = 86_400_000

test('the next call is refused once a token is disabled, its user is disabled, or it expired', async ({
  start,
}) => {
  const first = await start()
  const secret = await readyToCall(first.page, {
    name: 'ERP orders',
    permissions: ['Orders: Read'],
  })
  const status = async (baseUrl: string) =>
    (await callGateway(baseUrl, secret, 'GET', ordersPath)).status
  expect(await status(first.baseUrl)).toBe(200)

  await disableToken(first.page, 'ERP orders')
  const row = first.page.getByRole('row', { name: /ERP orders/ })
  await expect(row).toContainText('Disabled')
  expect(await status(first.baseUrl)).toBe(401)
  await chooseForToken(first.page, 'ERP orders', 'Enable')
  await expect(row).toContainText('Active')
  expect(await status(first.baseUrl)).toBe(200)

  await first.page.getByRole('tab', { name: 'Profile' }).click()
  await first.page.getByRole('button', { name: 'Disable user' }).click()
  await first.page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await first.page.getByRole('button', { name: 'Enable user' }).waitFor()
  expect(await status(first.baseUrl)).toBe(401)
  await first.page.getByRole('tab', { name: 'Tokens' }).click()
  await expect(row).toContainText('User disabled')
  await first.page.getByRole('tab', { name: 'Profile' }).click()
  await first.page.getByRole('button', { name: 'Enable user' }).click()
  await first.page.getByRole('dialog').getByRole('button', { name: 'Enable' }).click()
  await first.page.getByRole('button', { name: 'Disable user' }).waitFor()
  expect(await status(first.baseUrl)).toBe(200)
  await first.app.close()

  const later = await start({ clockOffsetMs: 32 * day })
  await signIn(later.page, administrator)
  await openUser(later.page, 'ERP')
  await expect(later.page.getByRole('row', { name: /ERP orders/ })).toContainText('Expired')
  expect(await status(later.baseUrl)).toBe(401)
})
