import { expect, test } from './fixtures.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'
import { chooseForToken, copyAndFinish, createToken, disableToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

const day = 86_400_000
const records = '/v1/entities/orders/records'

test('the next call is refused once a token is disabled, its user is disabled, or it expired', async ({
  start,
}) => {
  const first = await start()
  await createFirstAdministrator(first.page)
  await createEntity(first.page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createUser(first.page, { kind: 'Service account', username: 'erp', displayName: 'ERP' })
  await openUser(first.page, 'ERP')
  const secret = await createToken(first.page, {
    name: 'ERP orders',
    expiration: '30 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(first.page)
  const status = async (baseUrl: string) =>
    (await callGateway(baseUrl, secret, 'GET', records)).status
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
