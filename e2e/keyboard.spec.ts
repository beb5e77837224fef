import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { press, tabTo, type } from './pages/keyboard.ts'
import { administrator } from './pages/sign-in.ts'

test('the main way needs no mouse', async ({ start }) => {
  const { page, baseUrl } = await start()
  await page.getByRole('textbox', { name: 'Username' }).waitFor()
  await type(page, 'Username', administrator.username)
  await type(page, 'Display name', administrator.displayName)
  await type(page, 'Password', administrator.password)
  await type(page, 'Confirm password', administrator.password)
  await page.keyboard.press('Enter')

  await press(page, page.getByRole('link', { name: 'Parametrization' }))
  await press(page, page.getByRole('button', { name: 'New user' }).first())
  await tabTo(page, page.getByRole('radio', { name: 'Person' }))
  await page.keyboard.press('ArrowRight')
  await type(page, 'Username', 'erp')
  await type(page, 'Display name', 'ERP')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: 'ERP', exact: true }))

  await press(page, page.getByRole('button', { name: 'Create new token' }).first())
  await type(page, 'Name', 'By keyboard')
  await press(page, page.getByRole('combobox', { name: 'Expiration' }))
  await page.getByRole('option', { name: '30 days' }).waitFor()
  await page.keyboard.type('30')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('checkbox', { name: 'All entities: Read' }), 'Space')
  await press(page, page.getByRole('button', { name: 'Confirm' }))

  const created = page.getByRole('dialog', { name: 'Token created' })
  const secret = await created.getByLabel('Token secret').inputValue()
  await press(page, created.getByRole('button', { name: 'Copy token' }))
  await created.getByText(/Clipboard is cleared in/).waitFor()
  await press(page, created.getByRole('button', { name: 'Done' }))
  await expect(created).toBeHidden()
  expect((await callGateway(baseUrl, secret, 'GET', '/v1/token')).status).toBe(200)

  await expect(page.getByRole('row', { name: /By keyboard/ })).not.toContainText('Never used')

  await press(page, page.getByRole('button', { name: 'Actions for By keyboard' }))
  await page.getByRole('menuitem', { name: 'Delete' }).waitFor()
  await page.keyboard.type('Del')
  await page.keyboard.press('Enter')
  const asking = page.getByRole('dialog', { name: /^Delete/ })
  await type(page, 'Token name', 'By keyboard')
  await press(page, asking.getByRole('button', { name: 'Delete' }))
  await expect(asking).toBeHidden()
  expect((await callGateway(baseUrl, secret, 'GET', '/v1/token')).status).toBe(401)
})
