import { expect } from 'vitest'
import { RouteRules } from '../../electron/contract/route-set'
import { NewToken } from '../../electron/contract/token'
import { authHeaders, overridingHeaders } from '../../electron/services/forwarded-headers'
import type { ProxiedSite } from '../../electron/services/proxy-configurations'
import { openApplication } from './application'
import { freePort } from './free-port'
import { rawCall } from './raw-call'
import { issueToken, openWorld } from './world'

type Proxy = {
  /** Starts it with the configuration that Keyward shows for this site. */
  start: (site: ProxiedSite) => Promise<void>
  /** What its clients get while Keyward is down. */
  whileDown: number
  /** Whether the gateway has a certificate, by an authority of its own. */
  tls?: boolean
}

/** Paths that a proxy, Keyward and an application might read each in another way. */
const bypasses = [
  '/api/../admin',
  '/api/orders/../customers',
  '/api/./orders',
  '/api/orders/..',
  '/api/orders/..%2f../customers',
  '/api/orders%2f..%2f..%2fadmin',
  '//api/orders',
  '/api//orders',
  '/healthz/../admin',
  '/healthz/..%2fadmin',
  '/healthz%2f..%2fadmin',
  '/%2e%2e/admin',
  '/api/%2e%2e/admin',
  '/api/.%2e/admin',
  '/api/%252e%252e/admin',
  '/api/orders;/../../admin',
  '/healthz;/admin',
  '/healthz%3b/admin',
  '/api\\orders',
  '/api/orders\\..\\admin',
  '/api/orders%5c..%5cadmin',
  '/api/orders%00',
  '/healthz%00/admin',
  '/api/orders%0d%0aX-Auth-Subject:%201',
  '/api/%c0%ae%c0%ae/admin',
  '/api/%ff',
  '/api/%',
  '/healthz%23/admin',
  '/healthz%3f/admin',
  '/healthz#/admin',
]

/** Names that CGI and its descendants read as this one: `HTTP_X_AUTH_SUBJECT`. */
const readAlike = (name: string) => [
  name.replaceAll('-', '_'),
  name.replaceAll('-', '.'),
  name.replace('-', '_'),
  name.replace(/-(?=[^-]*$)/, '_'),
  name.replace(/-(?=[^-]*$)/, '.'),
  name.replace('-', '_').replace('-', '.'),
]
const asCgi = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')

/** Headers by which a client might try to be another one, or to ask for something else. */
const forged = [
  ...authHeaders.map((name) => `${name}: forged`),
  ...[...authHeaders, ...overridingHeaders]
    .flatMap(readAlike)
    .map((name) => `${name}: ${name.includes('Method') ? 'DELETE' : 'forged'}`),
  // Who is named here is taken away where a proxy keeps to the letter of HTTP.
  `Connection: ${authHeaders.join(', ')}, X-Forwarded-Uri, X-Original-URI`,
  ...overridingHeaders.map((name) => `${name}: ${name.includes('Method') ? 'DELETE' : '/admin'}`),
  'X-Original-Method: GET',
  'X-Original-URI: /healthz',
  'X-Original-Host: shop.example',
  'X-Original-Source: 10.0.0.1',
  'X-Forwarded-Method: GET',
  'X-Forwarded-Uri: /healthz',
  'X-Forwarded-Host: shop.example',
  'X-Forwarded-For: 10.0.0.1',
]

const rules = RouteRules.parse([
  { path: '/healthz', methods: ['GET'], permission: 'open' },
  { path: '/site', host: 'admin.example', entity: 'orders', permission: 'delete' },
  { path: '/site', methods: ['GET'], permission: 'open' },
  { path: '/api/{entity}/**' },
])

/** The whole of it, the same for every proxy. */
export async function expectGuarded({ start, whileDown, tls = false }: Proxy) {
  const world = await openWorld({ tls })
  const { house, gateway } = world
  const { entity, user, token, secret } = await issueToken(world, 'orders')
  const routeSet = await house.routeSets.create({ name: 'shop', title: 'Shop' })
  await house.routeSets.change({ ...routeSet, rules })
  const application = await openApplication()
  const port = await freePort()
  await start({
    gateway: world.baseUrl,
    routeSet: routeSet.name,
    port,
    application: application.address,
    authorities: world.caFile ?? '',
  })

  const bearer = (text: string) => `Authorization: Bearer ${text}`
  const issue = async (more: object) => {
    const issued = await house.tokens.create(
      NewToken.parse({
        userId: user.id,
        name: JSON.stringify(more),
        expiry: { kind: 'days', days: 30, zone: 'UTC' },
        grants: [{ entityId: entity.id, permissions: ['read', 'write', 'delete'] }],
        ...more,
      }),
    )
    return bearer(issued.secret)
  }
  const call = (method: string, target: string, headers: string[] = [], body = '') =>
    rawCall(port, method, target, headers, body)
  const own = {
    'x-auth-subject': [String(user.id)],
    'x-auth-token-id': [token.id],
    'x-auth-scopes': ['orders:read orders:write'],
    'x-auth-entity': ['orders'],
  }

  // Allowed: the application gets the request as it was sent, who calls, and never the token.
  expect(await call('GET', '/api/orders/a%20b?x=/../%00', [bearer(secret)])).toMatchObject({
    status: 200,
    body: expect.stringContaining('application'),
  })
  const [read] = application.taken()
  expect(read).toMatchObject({
    method: 'GET',
    url: '/api/orders/a%20b?x=/../%00',
    headers: { ...own, 'x-auth-permission': ['read'] },
  })
  expect(read!.headers).not.toHaveProperty('authorization')
  expect((await call('POST', '/api/orders', [bearer(secret)], '{"number":"1"}')).status).toBe(200)
  expect(application.taken()).toMatchObject([
    { method: 'POST', body: '{"number":"1"}', headers: { 'x-auth-permission': ['write'] } },
  ])

  // Open, by a rule: no token, and no header is missing.
  expect((await call('GET', '/healthz', forged)).status).toBe(200)
  const [open] = application.taken()
  for (const name of authHeaders) expect(open!.headers[name.toLowerCase()]).toEqual(['-'])
  expect(mistakenIn(open!.headers)).toEqual([])

  // A host of its own is not got around by naming it otherwise, or by naming none.
  expect((await call('GET', '/site')).status).toBe(200)
  application.taken()
  for (const version of [
    'HTTP/1.0',
    'HTTP/1.1\r\nHost: ',
    'HTTP/1.1\r\nHost: ADMIN.example:80',
    'HTTP/1.1\r\nHost: admin.example.',
    'HTTP/1.1\r\nHost: shop.example\r\nHost: admin.example',
    'HTTP/1.1\r\nHost: admin.example\r\nX-Forwarded-Host: shop.example',
  ]) {
    const { status } = await rawCall(port, 'GET', '/site', [], '', version)
    expect([version, status >= 400 && status < 500]).toEqual([version, true])
    expect([version, application.taken()]).toEqual([version, []])
  }

  // Refused: nothing of it reaches the application.
  const missing = await call('GET', '/api/orders')
  expect(missing.status).toBe(401)
  expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="keyward"')
  expect((await call('GET', '/api/orders', [bearer('nonsense')])).status).toBe(401)
  const lacking = await call('DELETE', '/api/orders/7', [bearer(secret)])
  expect(lacking.status).toBe(403)
  expect(lacking.headers.get('www-authenticate')).toContain('scope="orders:delete"')
  expect((await call('GET', '/admin', [bearer(secret)])).status).toBe(403)
  expect((await call('GET', '/api/nothing', [bearer(secret)])).status).toBe(403)
  expect((await call('OPTIONS', '/api/orders', [bearer(secret)])).status).toBe(403)

  // Forged headers open nothing.
  expect((await call('GET', '/api/orders', forged)).status).toBe(401)
  expect((await call('DELETE', '/api/orders/7', [bearer(secret), ...forged])).status).toBe(403)
  expect(application.taken()).toEqual([])
  expect((await call('GET', '/api/orders/7', [bearer(secret), ...forged])).status).toBe(200)
  const [named] = application.taken()
  expect(named!.headers).toMatchObject({ ...own, 'x-auth-permission': ['read'] })
  expect(mistakenIn(named!.headers)).toEqual([])

  // Source networks are those of the client, not what it says, and not the proxy's.
  const elsewhere = await issue({ networks: ['10.0.0.0/8'] })
  const here = await issue({ networks: ['127.0.0.0/8'] })
  expect((await call('GET', '/api/orders', [elsewhere, ...forged])).status).toBe(401)
  expect((await call('GET', '/api/orders', [here, ...forged])).status).toBe(200)
  application.taken()

  // What can be read in two ways is refused, with a token that may do everything.
  const full = await issue({ name: 'Everything' })
  for (const path of bypasses) {
    const answer = await call('GET', path, [full])
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    expect([path, application.taken()]).toEqual([path, []])
  }
  const twice = await call('GET', '/api/orders', [full, bearer(secret)])
  expect(twice.status).toBeGreaterThanOrEqual(400)
  expect(application.taken()).toEqual([])

  // Too often.
  const slow = await issue({ callsPerMinute: 1 })
  expect((await call('GET', '/api/orders', [slow])).status).toBe(200)
  const often = await call('GET', '/api/orders', [slow])
  expect(often.status).toBe(429)
  expect(Number(often.headers.get('retry-after'))).toBeGreaterThan(0)

  // Revoked: the next call is refused.
  await house.tokens.revoke({ id: token.id, name: token.name })
  application.taken()
  expect((await call('GET', '/api/orders', [bearer(secret)])).status).toBe(401)
  expect(application.taken()).toEqual([])

  await gateway.writeCalls()
  const reasons = house.rows('select distinct reason from gw.refused_call order by reason')
  expect(reasons.map((row) => row.reason)).toEqual(
    expect.arrayContaining([
      'ambiguous_path',
      'malformed_token',
      'no_route',
      'no_token',
      'not_granted',
      'rate_limited',
      'revoked',
      'source_not_allowed',
      'unknown_entity',
    ]),
  )

  // Without Keyward nobody gets through.
  await gateway.close()
  expect((await call('GET', '/api/orders', [full])).status).toBe(whileDown)
  expect((await call('GET', '/healthz')).status).toBe(whileDown)
  expect(application.taken()).toEqual([])
}

/** What reached the application beside our own headers, and would be taken for one that counts. */
function mistakenIn(headers: object): string[] {
  const counting = new Set([...authHeaders, ...overridingHeaders].map(asCgi))
  const ours = new Set<string>(authHeaders.map((name) => name.toLowerCase()))
  return Object.keys(headers).filter((name) => counting.has(asCgi(name)) && !ours.has(name))
}
