import { expect, test } from './fixtures.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken, deleteToken } from './pages/tokens.ts'
import { createUser } from './pages/users.ts'

test('an administrator issues a token, a system calls with it, and Delete ends it', async ({
  start,
}) => {
  const { page, profile, baseUrl } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Invoices', [
    { title: 'Number', type: 'Text', required: true },
    { title: 'Total', type: 'Decimal' },
  ])
  await createUser(page, { kind: 'Service account', username: 'sap', displayName: 'SAP Finance' })
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const secret = await createToken(page, {
    name: 'Nightly export',
    expiration: '30 days',
    permissions: ['Invoices: Read', 'Invoices: Write'],
  })
  await copyAndFinish(page)

  const records = '/v1/entities/invoices/records'
  const created = await callGateway(baseUrl, secret, 'POST', records, {
    number: 'A1',
    total: '9.5',
  })
  expect(created.status).toBe(201)
  const { id } = created.body as { id: string }
  const read = await callGateway(baseUrl, secret, 'GET', `${records}/${id}`)
  expect(read.body).toMatchObject({ data: { number: 'A1', total: '9.5' } })
  const refused = await callGateway(baseUrl, secret, 'DELETE', `${records}/${id}`)
  expect(refused.status).toBe(403)
  expect(refused.headers.get('www-authenticate')).toContain('scope="invoices:delete"')

  // Last use is on the Tokens tab, the refusal on the token's page, without being asked for.
  const row = page.getByRole('row', { name: /Nightly export/ })
  await expect(row).not.toContainText('Never used', { timeout: 2_000 })
  await row.getByText('Nightly export').click()
  const details = page.getByRole('dialog', { name: 'Nightly export' })
  await expect(details.getByRole('table', { name: 'Refused calls' })).toContainText('DELETE')
  await page.keyboard.press('Escape')

  await deleteToken(page, 'Nightly export')
  expect((await callGateway(baseUrl, secret, 'GET', records)).status).toBe(401)
  await expect(page.getByRole('row', { name: /Nightly export/ })).toHaveCount(0)

  const [token] = askRegistry<{ name: string; revoked_at: number | null }>(
    profile,
    'select name, revoked_at from token',
  )
  expect(token).toEqual({ name: 'Nightly export', revoked_at: expect.any(Number) })
  const actions = askRegistry<{ action: string }>(
    profile,
    'select action from activity order by seq',
  )
  expect(actions.map((one) => one.action)).toEqual(
    expect.arrayContaining([
      'administrator.created',
      'entity.created',
      'user.created',
      'token.created',
      'token.revoked',
    ]),
  )
})
