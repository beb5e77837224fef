import { expect, test } from './fixtures.ts'
import { createEntity, openEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, fillToken, readSecret } from './pages/tokens.ts'
import { createUser } from './pages/users.ts'

const records = '/v1/entities/orders/records'

test('a token is added from its entity, and its permissions are changed there for the next call', async ({
  start,
}) => {
  const { page, profile, baseUrl } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Customers', [{ title: 'Name', type: 'Text' }])
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createUser(page, { kind: 'Service account', username: 'shop', displayName: 'Web shop' })

  await openEntity(page, 'Orders', 'Tokens')
  await page.getByRole('button', { name: 'Add token' }).click()
  await page.getByRole('combobox', { name: 'User' }).fill('shop')
  await page.getByRole('option', { name: /Web shop/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Create new token for Web shop' })
  const rows = dialog.getByRole('table', { name: 'Permissions' }).getByRole('rowheader')
  await expect(rows).toHaveText(['All entities', 'Orders', 'Customers'])
  await fillToken(page, dialog, {
    name: 'Checkout',
    expiration: '90 days',
    permissions: ['Orders: Read'],
  })
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  const secret = await readSecret(page)
  await copyAndFinish(page)

  const status = async (method: string, body?: unknown) =>
    (await callGateway(baseUrl, secret, method, records, body)).status
  const permissionBits = () =>
    askRegistry<{ permissions: number }>(profile, 'select permissions from token_grant').map(
      (grant) => grant.permissions,
    )
  const box = (permission: string) =>
    page.getByRole('checkbox', { name: `Checkout, Orders: ${permission}` })
  expect(await status('GET')).toBe(200)
  expect(await status('POST', { number: '1' })).toBe(403)

  await box('Write').click()
  await expect(box('Write')).toBeChecked()
  expect(await status('POST', { number: '1' })).toBe(201)
  expect(permissionBits()).toEqual([3])

  await box('Write').click()
  await expect(box('Write')).not.toBeChecked()
  expect(await status('POST', { number: '2' })).toBe(403)

  await box('Read').click()
  const asking = page.getByRole('dialog', { name: /Checkout/ })
  await asking.getByRole('button').last().click()
  await expect(page.getByRole('row', { name: /Checkout/ })).toHaveCount(0)
  expect(await status('GET')).toBe(403)
  expect(permissionBits()).toEqual([])
})
