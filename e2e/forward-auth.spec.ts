import { expect, test } from './fixtures.ts'
import { openAudit } from './pages/audit.ts'
import { readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { addRule, createRouteSet, openRouteSets } from './pages/route-sets.ts'

test('a proxy in front of another API asks Keyward, by rules that an administrator made and tried', async ({
  start,
  profile,
}) => {
  const { app, page, baseUrl } = await start()
  const secret = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })

  await createRouteSet(page, 'Web shop')
  await addRule(page, 1, { path: '/api/{entity}/**' })
  await addRule(page, 2, { path: '/healthz', methods: ['GET'], permission: 'Open, no token' })
  // The general rule belongs behind the special one; the keyboard does it, and keeps its place.
  await page.getByRole('button', { name: 'Move rule 1 down' }).press('Enter')
  await expect(page.getByLabel('Rule 2: Path')).toHaveValue('/api/{entity}/**')
  await expect(page.getByRole('button', { name: 'Move rule 2 up' })).toBeFocused()

  const result = page.getByRole('region', { name: 'Test' }).getByRole('status')
  await page.getByLabel('Path', { exact: true }).fill('/api/orders/7')
  await expect(result).toHaveText('Rule 2 asks for Read on orders.')
  await page.getByLabel('Path', { exact: true }).fill('/healthz')
  await expect(result).toHaveText('Rule 1 lets it through, without a token.')
  await page.getByLabel('Path', { exact: true }).fill('/api/../admin')
  await expect(result).toContainText('more than one way')

  await page.getByRole('tab', { name: 'Configuration' }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('It holds from the next call on.').waitFor()
  const [stored] = askRegistry<{ name: string; rules: string }>(
    profile,
    'select name, rules from route_set',
  )
  expect(stored?.name).toBe('web_shop')
  expect(JSON.parse(stored!.rules)).toMatchObject([
    { path: '/healthz', methods: ['GET'], permission: 'open', entity: null },
    { path: '/api/{entity}/**', methods: [], permission: 'by_method', host: null },
  ])
  expect(
    askRegistry(
      profile,
      "select action from activity where action like 'route_set.%' order by seq",
    ),
  ).toEqual([{ action: 'route_set.created' }, { action: 'route_set.changed' }])

  await page.getByRole('tab', { name: 'Configuration' }).click()
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied.').waitFor()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  const address = `${baseUrl}/v1/authz/auth-request/web_shop`
  expect(copied).toContain(`proxy_pass ${address};`)

  const ask = (method: string, uri: string, token?: string) =>
    fetch(address, {
      headers: {
        'x-original-method': method,
        'x-original-uri': uri,
        'x-original-source': '192.0.2.7',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    })
  const allowed = await ask('GET', '/api/orders/7', secret)
  expect([allowed.status, allowed.headers.get('x-auth-scopes')]).toEqual([200, 'orders:read'])
  expect((await ask('GET', '/healthz')).status).toBe(200)
  expect((await ask('GET', '/api/orders/7')).status).toBe(401)
  expect((await ask('DELETE', '/api/orders/7', secret)).status).toBe(403)
  expect((await ask('GET', '/admin', secret)).status).toBe(403)

  await openAudit(page, 'Refused calls')
  const row = (reason: string) => page.getByRole('row').filter({ hasText: reason })
  await expect(row('No rule of the route set fits the request')).toContainText('192.0.2.7')
  await expect(row('The token lacks this permission')).toContainText('orders')
  await expect(row('The token lacks this permission')).toContainText('DELETE')

  await openRouteSets(page)
  await page.getByRole('link', { name: 'Web shop' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('button', { name: 'Delete route set' }).click()
  await page.getByText('No route set yet').waitFor()
  expect((await ask('GET', '/healthz')).status).toBe(403)
  expect(askRegistry(profile, 'select * from route_set')).toEqual([])
})
