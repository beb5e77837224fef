import { expect, test } from './fixtures.ts'
import { openAudit } from './pages/audit.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'

test('a refused call is explained from where it is listed, and a pasted token is recognised', async ({
  start,
}) => {
  const { page, profile, baseUrl } = await start()
  const secret = await readyToCall(page, { name: 'Reader', permissions: ['Orders: Read'] })
  expect((await callGateway(baseUrl, secret, 'POST', ordersPath, {})).status).toBe(403)

  await openAudit(page, 'Refused calls')
  await page.getByRole('link', { name: 'Explain', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Token' })).toHaveValue('Reader · ERP')
  await expect(page.getByLabel('Source address')).toHaveValue('127.0.0.1')
  await expect(page.getByText('Refused: The token lacks this permission')).toBeVisible()
  await expect(page.getByText('Give the token the permission Write on Orders')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the permissions' })).toBeVisible()

  await page.getByLabel('Permission').click()
  await page.getByRole('option', { name: 'Read' }).click()
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await expect(page.getByText(/^Allowed at/)).toBeVisible()
  expect((await callGateway(baseUrl, secret, 'GET', ordersPath)).status).toBe(200)

  // From the start, by the name of the token's user.
  await page.getByRole('link', { name: 'Gateway' }).click()
  await page.getByRole('link', { name: 'Explain a call' }).click()
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await expect(page.getByText('Choose the token that the call was made with.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Token' }).fill('erp')
  await page.getByRole('option', { name: /Reader/ }).click()
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  await expect(page.getByText(/^Allowed at/)).toBeVisible()

  await page.getByRole('link', { name: 'Identify a token' }).click()
  const field = page.getByLabel('Token or token ID')
  const paste = async (text: string, answer: string) => {
    await field.fill(text)
    await expect(page.getByText(answer, { exact: true })).toBeVisible()
  }
  await paste(secret.slice(0, 40), 'Cut off')
  const wrong = secret.at(30) === 'A' ? 'B' : 'A'
  await paste(`${secret.slice(0, 30)}${wrong}${secret.slice(31)}`, 'Typing error')
  await paste('ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'Not ours')
  await paste(secret, 'This is a token of this Keyward.')
  await page.getByRole('button', { name: 'Disable' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('main').getByText('Disabled', { exact: true })).toBeVisible()
  expect((await callGateway(baseUrl, secret, 'GET', ordersPath)).status).toBe(401)
  expect(askRegistry(profile, 'select enabled from token')).toEqual([{ enabled: 0 }])

  await page.getByRole('link', { name: 'Gateway' }).click()
  expect(page.url()).not.toContain(secret.slice(20, 40))
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(
    secret.slice(20, 40),
  )
  await page.goBack()
  await expect(field).toHaveValue('')
})
