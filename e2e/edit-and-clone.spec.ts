import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { chooseForToken, copyAndFinish, readSecret } from './pages/tokens.ts'
import { openUser } from './pages/users.ts'

const day = 86_400_000

test('a token is edited with its secret kept, cloned with a new one, and brought back after it expired', async ({
  start,
}) => {
  const first = await start()
  const { page, profile } = first
  const secret = await readyToCall(page, { name: 'ERP nightly', permissions: ['Orders: Read'] })
  const write = async (token: string, baseUrl = first.baseUrl) =>
    (await callGateway(baseUrl, token, 'POST', ordersPath, { number: '1' })).status
  const read = async (token: string, baseUrl = first.baseUrl) =>
    (await callGateway(baseUrl, token, 'GET', ordersPath)).status
  expect(await write(secret)).toBe(403)

  await chooseForToken(page, 'ERP nightly', 'Edit')
  const edit = page.getByRole('dialog', { name: 'Edit “ERP nightly”' })
  await edit.getByLabel('Name', { exact: true }).fill('ERP orders')
  await edit.getByRole('checkbox', { name: 'Orders: Write' }).check()
  await edit.getByRole('button', { name: 'More options' }).click()
  await edit.getByLabel('System').fill('S/4HANA')
  await edit.getByLabel('Contact').fill('Jana')
  await edit.getByRole('textbox', { name: 'Allowed source networks' }).fill('127.0.0.0/8')
  await edit.getByRole('button', { name: 'Save' }).click()
  await edit.waitFor({ state: 'hidden' })
  expect(await write(secret)).toBe(201)
  const [edited] = askRegistry<{ before: string; after: string }>(
    profile,
    "select before, after from activity where action = 'token.changed'",
  )
  expect(JSON.parse(edited?.before ?? '')).toEqual({
    name: 'ERP nightly',
    permissions: ['Orders: Read'],
    system: '',
    contact: '',
    networks: [],
  })
  expect(JSON.parse(edited?.after ?? '')).toEqual({
    name: 'ERP orders',
    permissions: ['Orders: Read', 'Orders: Write'],
    system: 'S/4HANA',
    contact: 'Jana',
    networks: ['127.0.0.0/8'],
  })

  // A clone has what its original has, but for a secret and a name of its own.
  await chooseForToken(page, 'ERP orders', 'Clone')
  const clone = page.getByRole('dialog', { name: 'Clone “ERP orders”' })
  await expect(clone.getByLabel('Name', { exact: true })).toHaveValue('ERP orders (2)')
  await expect(clone.getByLabel('System')).toHaveValue('S/4HANA')
  await expect(clone.getByRole('checkbox', { name: 'Orders: Write' })).toBeChecked()
  await clone.getByRole('button', { name: 'Confirm' }).click()
  const cloned = await readSecret(page)
  await copyAndFinish(page)
  expect(cloned).not.toBe(secret)
  expect(await write(cloned)).toBe(201)
  expect(await write(secret)).toBe(201)
  const tokens = askRegistry<{ token_id: string }>(
    profile,
    'select token_id, system, contact, networks, expires_at - created_at > 29 * 86400000 long from token',
  )
  expect(tokens[1]).toEqual({
    ...tokens[0],
    token_id: expect.not.stringContaining(tokens[0]!.token_id),
  })
  const [made] = askRegistry<{ after: string }>(
    profile,
    "select after from activity where action = 'token.created' order by seq desc limit 1",
  )
  expect(JSON.parse(made?.after ?? '')).toMatchObject({
    clonedFrom: `ERP orders (${tokens[0]?.token_id})`,
  })
  await first.app.close()

  const later = await start({ clockOffsetMs: 32 * day })
  await signIn(later.page, administrator)
  await openUser(later.page, 'ERP')
  const row = later.page.getByRole('row', { name: /ERP orders(?! \(2\))/ })
  await expect(row.getByText(/^Expired \d+ \w{3}/)).toBeVisible()
  expect(await read(secret, later.baseUrl)).toBe(401)

  await later.page.getByRole('combobox', { name: 'Status' }).click()
  await later.page.getByRole('option', { name: 'Active', exact: true }).click()
  await expect(later.page.getByText('No token matches')).toBeVisible()
  await later.page.getByRole('button', { name: 'Clear search' }).click()

  await later.page.getByRole('button', { name: 'Actions for ERP orders', exact: true }).click()
  await later.page.getByRole('menuitem', { name: 'Edit' }).click()
  const extend = later.page.getByRole('dialog', { name: 'Edit “ERP orders”' })
  await expect(extend.getByText(/^Ended on /)).toContainText('It stays expired.')
  await extend.getByRole('combobox', { name: 'Expiration' }).click()
  await later.page.getByRole('option', { name: '30 days' }).click()
  await expect(extend.getByText(/works again from the moment this is saved/)).toBeVisible()
  await extend.getByRole('button', { name: 'Save' }).click()
  await extend.waitFor({ state: 'hidden' })
  expect(await read(secret, later.baseUrl)).toBe(200)
  expect(await read(cloned, later.baseUrl)).toBe(401)
})
