import { expect, test } from './fixtures.ts'
import { openAllTokens } from './pages/all-tokens.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'
import { chooseForToken, copyAndFinish, createToken } from './pages/tokens.ts'
import { createService } from './pages/users.ts'

const day = 86_400_000

test('calls appear by day and entity; what was never used is taken away with one click, and given back with another', async ({
  start,
}) => {
  test.slow()
  const first = await start()
  await createFirstAdministrator(first.page)
  await createEntity(first.page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createService(first.page, 'erp', 'ERP')
  const secret = await createToken(first.page, {
    name: 'Reader',
    expiration: '1 year',
    permissions: ['Orders: Read', 'Orders: Write', 'Orders: Delete'],
  })
  await copyAndFinish(first.page)
  for (let calls = 0; calls < 3; calls++)
    expect((await callGateway(first.baseUrl, secret, 'GET', ordersPath)).status).toBe(200)
  const write = { number: 'A-1' }
  expect((await callGateway(first.baseUrl, secret, 'POST', ordersPath, write)).status).toBe(201)
  expect(
    (await callGateway(first.baseUrl, secret, 'GET', '/v1/entities/gone/records')).status,
  ).toBe(403)

  await chooseForToken(first.page, 'Reader', 'Details')
  const details = first.page.getByRole('dialog', { name: 'Reader' })
  await expect(
    details.getByRole('img', { name: 'Calls by day: 4 allowed and 1 refused in 30 days' }),
  ).toBeVisible()
  await expect(details.getByRole('row', { name: /Orders Read 3 3/ })).toBeVisible()
  await expect(details.getByRole('row', { name: /Orders Write 1 1/ })).toBeVisible()
  // Nobody has looked for 90 days yet, so nothing is proposed.
  await expect(details.getByText(/^Delete on Orders not used yet/)).toBeVisible()
  await expect(details.getByRole('button', { name: 'Narrow' })).toBeHidden()
  expect(askGatewayFile(first.profile, 'select allowed, refused from token_day')).toEqual([
    { allowed: 4, refused: 1 },
  ])
  expect(
    askGatewayFile(
      first.profile,
      'select permission, calls from token_entity_day order by permission',
    ),
  ).toEqual([
    { permission: 'read', calls: 3 },
    { permission: 'write', calls: 1 },
  ])
  await first.app.close()

  const { page, baseUrl, profile } = await start({ clockOffsetMs: 100 * day })
  await signIn(page, administrator)
  const call = async (method: string) =>
    (await callGateway(baseUrl, secret, method, ordersPath, method === 'POST' ? write : undefined))
      .status
  expect(await call('GET')).toBe(200)
  const grid = await openAllTokens(page)
  await expect(grid.getByRole('img', { name: '1 call in 30 days' })).toBeVisible()
  await chooseForToken(page, 'Reader', 'Details')
  const later = page.getByRole('dialog', { name: 'Reader' })
  await expect(later.getByText('Write on Orders not used in 90 days')).toBeVisible()
  await expect(later.getByText('Delete on Orders not used in 90 days')).toBeVisible()
  await expect(
    later.getByRole('table', { name: 'What narrowing changes' }).getByRole('row').last(),
  ).toContainText('Read, Write, DeleteRead')

  const granted = () => askRegistry(profile, 'select permissions from token_grant')
  const before = granted()
  await later.getByRole('button', { name: 'Narrow' }).click()
  await expect(page.getByText('“Reader” is narrowed, from the next call on.')).toBeVisible()
  expect(granted()).toEqual([{ permissions: 1 }])
  expect([await call('GET'), await call('POST')]).toEqual([200, 403])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('“Reader” may do again what it might before.')).toBeVisible()
  expect(granted()).toEqual(before)
  expect(await call('POST')).toBe(201)
  expect(
    askRegistry(profile, "select 1 from activity where action = 'token.permissions_changed'"),
  ).toHaveLength(2)
})
