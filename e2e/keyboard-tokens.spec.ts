import { expect, test } from './fixtures.ts'
import { createEntity, openEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { press, tabTo, type } from './pages/keyboard.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { createUser } from './pages/users.ts'

const records = '/v1/entities/orders/records'

test('a token is added from its entity, explained, identified and disabled without a mouse', async ({
  start,
}) => {
  const { page, baseUrl } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createUser(page, { kind: 'Service account', username: 'shop', displayName: 'Web shop' })
  await openEntity(page, 'Orders', 'Tokens')

  const add = page.getByRole('button', { name: 'Add token' })
  await press(page, add)
  await page.keyboard.type('shop')
  await page.getByRole('option', { name: /Web shop/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await type(page, 'Name', 'Checkout')
  await press(page, page.getByRole('combobox', { name: 'Expiration' }))
  await page.keyboard.type('30')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('checkbox', { name: 'Orders: Read' }), 'Space')
  await press(page, page.getByRole('button', { name: 'Confirm' }))
  const created = page.getByRole('dialog', { name: 'Token created' })
  const secret = await created.getByLabel('Token secret').inputValue()
  await press(page, created.getByRole('button', { name: 'Copy token' }))
  await created.getByText(/Clipboard is cleared in/).waitFor()
  await press(page, created.getByRole('button', { name: 'Done' }))
  await expect(add).toBeFocused()

  const write = page.getByRole('checkbox', { name: 'Checkout, Orders: Write' })
  await press(page, write, 'Space')
  await expect(write).toBeChecked()
  await expect(write).toBeFocused()
  expect((await callGateway(baseUrl, secret, 'POST', records, { number: '1' })).status).toBe(201)

  await press(page, page.getByRole('link', { name: 'API', exact: true }))
  await press(page, page.getByRole('link', { name: 'Explain a call' }))
  await tabTo(page, page.getByRole('combobox', { name: 'Token' }))
  await page.keyboard.type('check')
  await page.getByRole('option', { name: /Checkout/ }).waitFor()
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('combobox', { name: 'Entity' }))
  await page.keyboard.type('Orders')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('combobox', { name: 'Permission' }))
  await page.keyboard.type('Delete')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('button', { name: 'Explain', exact: true }))
  await expect(page.getByText('Refused: The token lacks this permission')).toBeVisible()

  await press(page, page.getByRole('link', { name: 'Identify a token' }))
  await expect(page.getByLabel('Token or token ID')).toBeFocused()
  await page.keyboard.insertText(secret)
  const disable = page.getByRole('button', { name: 'Disable' })
  await press(page, disable)
  await page.getByRole('dialog', { name: /^Disable/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Enable' })).toBeFocused()
  expect((await callGateway(baseUrl, secret, 'GET', records)).status).toBe(401)
})
