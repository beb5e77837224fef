import { expect, test } from './fixtures.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser } from './pages/users.ts'

test('the window says where the API is described, and the app that was built serves it', async ({
  start,
}) => {
  const { app, page, baseUrl } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Invoices', [{ title: 'Number', type: 'Text', required: true }])
  await createEntity(page, 'Salaries', [{ title: 'Amount', type: 'Decimal', required: true }])
  await createUser(page, { kind: 'Service account', username: 'sap', displayName: 'SAP Finance' })
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const secret = await createToken(page, {
    name: 'Reads invoices',
    expiration: '30 days',
    permissions: ['Invoices: Read'],
  })
  await copyAndFinish(page)

  await page.getByRole('link', { name: 'API', exact: true }).click()
  await page.getByRole('button', { name: 'Copy the address: Reference' }).click()
  await page.getByText('Copied.').waitFor()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(`${baseUrl}/docs`)

  const described = await callGateway(baseUrl, secret, 'GET', '/openapi.json')
  const { paths } = described.body as { paths: Record<string, object> }
  const ofEntities = Object.entries(paths).filter(([path]) => path.startsWith('/v1/entities'))
  expect(ofEntities.map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
    ['/v1/entities/invoices/records', ['get']],
    ['/v1/entities/invoices/records/{id}', ['parameters', 'get']],
  ])
  // The viewer is packed into the build, beside the gateway.
  for (const [asset, size] of [
    ['/docs', 1_000],
    ['/docs/page.css', 1_000],
    ['/docs/page.js', 1_000],
    ['/docs/swagger-ui.css', 100_000],
    ['/docs/swagger-ui-bundle.js', 1_000_000],
  ] as const) {
    const answer = await fetch(`${baseUrl}${asset}`)
    expect([asset, answer.status]).toEqual([asset, 200])
    expect((await answer.text()).length).toBeGreaterThan(size)
  }
  const metrics = await fetch(`${baseUrl}/metrics`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(await metrics.text()).toContain('keyward_calls_total{outcome="allowed",reason="none"}')
})
