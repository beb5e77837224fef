import { METHODS } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it } from 'vitest'
import { RouteRules, type RouteSet } from '../contract/route-set'
import { authHeaders } from '../services/forwarded-headers'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'

let world: GatewayWorld
let caller: ReturnType<GatewayWorld['issue']>

const told = {
  at: 0,
  actorId: null,
  actorName: 'Ada Lovelace',
  action: 'route_set.created',
  subjectKind: 'route_set',
  subjectId: '1',
  subjectName: 'Shop',
  concernsUserId: null,
  before: null,
  after: null,
} as const

const rules = RouteRules.parse([
  { path: '/healthz', methods: ['GET'], permission: 'open' },
  { path: '/api/{entity}', methods: ['OPTIONS'], permission: 'read' },
  { path: '/api/reports/**', entity: 'orders', permission: 'delete' },
  { path: '/erp/**', entity: 'invoices', host: 'erp.example' },
  { path: '/api/{entity}/**' },
])

async function addRouteSet(changed: Partial<RouteSet> = {}) {
  const added = await world.memory.registry.routeSets.insert(
    {
      name: 'shop',
      title: 'Shop',
      enabled: true,
      proxies: ['127.0.0.1/32'],
      rules,
      at: 0,
      ...changed,
    },
    () => told,
  )
  world.memory.changed()
  return added as RouteSet
}

beforeEach(async () => {
  world = await createGatewayWorld()
  await addRouteSet()
  caller = world.issue([world.on(world.orders, 'read', 'write')], { userId: 7 as never })
})

type Sent = Record<string, string>
const authorized = (): Sent => ({ authorization: caller.authorization })

/** As nginx asks. */
const nginx = (method: string, uri: string, headers: Sent = authorized(), set = 'shop') =>
  world.app.inject({
    method: 'GET',
    url: `/v1/authz/auth-request/${set}`,
    headers: { 'x-original-method': method, 'x-original-uri': uri, ...headers },
  })

/** As Traefik and Caddy ask. */
const traefik = (method: string, uri: string, headers: Sent = authorized(), query = '') =>
  world.app.inject({
    method: 'GET',
    url: `/v1/authz/forward-auth/shop${query}`,
    headers: {
      'x-forwarded-method': method,
      'x-forwarded-uri': uri,
      'x-forwarded-host': 'shop.example',
      'x-forwarded-for': '127.0.0.1',
      ...headers,
    },
  })

const envoy = (method: string, target: string, headers: Sent = authorized()) =>
  world.app.inject({
    method: method as 'GET',
    url: `/v1/authz/ext-authz/shop${target}`,
    headers: { host: 'shop.example', ...headers },
  })

const ambiguous = [
  '/api/../admin',
  '/api/orders/..%2f../customers',
  '//api/orders',
  '/api//orders',
  '/api/%2e%2e/admin',
  '/api/./orders',
  '/api/orders;x=1',
  '/api\\orders',
  '/api/orders%5c..%5cadmin',
  '/api/orders%00',
  '/api/%252e%252e/admin',
  '/api/orders%0d%0a',
  '/api/%c0%ae%c0%ae/admin',
  '/api/%zz',
  'http://shop.example/api/orders',
]

const dialects = { nginx, traefik, envoy }

async function refusedRows() {
  await world.callLog.write()
  return world.memory.kept.refused
}

describe.each(Object.entries(dialects))('%s', (name, ask) => {
  it('an allowed request is 200, empty, and says who calls in every header', async () => {
    const answer = await ask('POST', '/api/orders/7?draft=1')
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
    expect(answer.headers).toMatchObject({
      'x-auth-subject': '7',
      'x-auth-token-id': caller.tokenId,
      'x-auth-scopes': 'orders:read orders:write',
      'x-auth-entity': 'orders',
      'x-auth-permission': 'write',
      'cache-control': 'no-store',
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers.location).toBeUndefined()
    await world.callLog.write()
    expect(world.memory.kept.counts).toMatchObject([
      {
        tokenId: caller.tokenId,
        allowed: 1,
        uses: [{ entityId: world.orders.id, permission: 'write', calls: 1 }],
      },
    ])
  })

  it('without a token it is 401 with a plain challenge', async () => {
    const answer = await ask('GET', '/api/orders', {})
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="keyward"')
    expect(await refusedRows()).toMatchObject([
      { reason: 'no_token', entity: 'orders', permission: 'read', method: 'GET', status: 401 },
    ])
  })

  it('a permission that the token lacks is 403, and is written down with entity', async () => {
    const answer = await ask('DELETE', '/api/orders/7')
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['www-authenticate']).toContain('scope="orders:delete"')
    expect(await refusedRows()).toMatchObject([
      {
        tokenId: caller.tokenId,
        reason: 'not_granted',
        entity: 'orders',
        permission: 'delete',
        method: 'DELETE',
      },
    ])
  })

  it('an entity that does not exist is refused, even to a token for all of them', async () => {
    const { authorization } = world.issue([world.everything])
    expect((await ask('GET', '/api/nothing', { authorization })).statusCode).toBe(403)
    expect((await ask('GET', '/api/Orders', { authorization })).statusCode).toBe(403)
    expect(await refusedRows()).toMatchObject([
      { reason: 'unknown_entity', entity: 'nothing' },
      { reason: 'unknown_entity', entity: null },
    ])
    expect((await ask('GET', '/api/orders', { authorization })).statusCode).toBe(200)
  })

  it('the first rule that fits decides', async () => {
    expect((await ask('GET', '/api/reports/2027')).statusCode).toBe(403)
    expect(await refusedRows()).toMatchObject([{ entity: 'orders', permission: 'delete' }])
  })

  it.each([
    ['GET', '/'],
    ['GET', '/admin'],
    ['PROPFIND', '/api/orders'],
    ['TRACE', '/api/orders'],
    ['POST', '/healthz'],
    ['OPTIONS', '/api/orders/7'],
  ])('%s %s fits no rule and is 403, whoever asks', async (method, uri) => {
    const answer = await ask(method, uri)
    expect(answer.statusCode).toBe(403)
    expect(answer.json().type).toBe('urn:keyward:problem:no-route')
    const { tokenId } = caller
    expect(await refusedRows()).toMatchObject([
      { reason: 'no_route', method, status: 403, tokenId },
    ])
    expect((await ask(method, uri, {})).statusCode).toBe(403)
    expect((await refusedRows()).at(-1)).toMatchObject({ reason: 'no_route', tokenId: null })
  })

  it('an open rule asks for no token, and every header is there still', async () => {
    const answer = await ask('GET', '/healthz', {})
    expect(answer.statusCode).toBe(200)
    for (const header of authHeaders) expect(answer.headers[header.toLowerCase()]).toBe('-')
    expect((await ask('GET', '/healthz', { authorization: 'Bearer nonsense' })).statusCode).toBe(
      200,
    )
  })

  it('a path is compared as it was meant: %6f is an o, and %20 a space', async () => {
    expect((await ask('GET', '/api/%6frders/a%20b')).statusCode).toBe(200)
  })

  it.each(['revoked', 'disabled', 'expired'] as const)(
    'a token that is %s now is refused at the next call',
    async (end) => {
      expect((await ask('GET', '/api/orders')).statusCode).toBe(200)
      if (end === 'expired') world.clock.now += 31 * 86_400_000
      else {
        const changed = end === 'revoked' ? { revokedAt: world.clock.now } : { enabled: false }
        world.changeSilently(caller.tokenId, changed)
        world.memory.changed()
      }
      const answer = await ask('GET', '/api/orders')
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
      expect(await refusedRows()).toMatchObject([{ reason: end, tokenId: caller.tokenId }])
    },
  )

  it('a token that calls too often is told when to come again', async () => {
    const { authorization } = world.issue([world.everything], { callsPerMinute: 1 })
    expect((await ask('GET', '/api/orders', { authorization })).statusCode).toBe(200)
    const answer = await ask('GET', '/api/orders', { authorization })
    const isNginx = name === 'nginx'
    expect(answer.statusCode).toBe(isNginx ? 403 : 429)
    expect(answer.headers['x-keyward-status']).toBe(isNginx ? '429' : undefined)
    expect(answer.headers['retry-after']).toBe('60')
    expect(answer.json().status).toBe(answer.statusCode)
    expect(await refusedRows()).toMatchObject([{ reason: 'rate_limited', status: 429 }])
  })

  it('a store that cannot be read lets nobody through', async () => {
    world.memory.breakDown()
    const answer = await ask('GET', '/api/orders')
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('1')
    expect(answer.body).not.toContain('secret')
    expect(world.reported.length).toBeGreaterThan(0)
    world.memory.repair()
  })

  it('a token that is no token is refused as it is everywhere', async () => {
    const answer = await ask('GET', '/api/orders', { authorization: 'Bearer a b' })
    expect([400, 403]).toContain(answer.statusCode)
    expect(answer.headers['x-keyward-status']).toBe(name === 'nginx' ? '400' : undefined)
    const inQuery = await ask('GET', `/api/orders?key=${caller.token}`, {})
    expect(inQuery.statusCode).toBe(answer.statusCode)
    expect((await refusedRows()).map((row) => row.reason)).toEqual([
      'malformed_token',
      'token_in_query',
    ])
  })

  it('what the client says about itself changes nothing', async () => {
    const forged = Object.fromEntries(authHeaders.map((one) => [one.toLowerCase(), 'admin']))
    const answer = await ask('GET', '/api/orders', { ...authorized(), ...forged })
    expect(answer.headers['x-auth-subject']).toBe('7')
    expect((await ask('GET', '/api/orders', forged)).statusCode).toBe(401)
    const override = { ...authorized(), 'x-http-method-override': 'GET' }
    expect((await ask('DELETE', '/api/orders/7', override)).statusCode).toBe(403)
  })

  it('the headers of other dialects change nothing', async () => {
    const others: Record<string, Sent> = {
      nginx: {
        'x-forwarded-method': 'GET',
        'x-forwarded-uri': '/healthz',
        'x-forwarded-for': '10.0.0.1',
      },
      traefik: { 'x-original-method': 'GET', 'x-original-uri': '/healthz' },
      envoy: {
        'x-original-method': 'GET',
        'x-original-uri': '/healthz',
        'x-forwarded-method': 'GET',
        'x-forwarded-uri': '/healthz',
      },
    }
    const answer = await ask('DELETE', '/api/orders/7', { ...authorized(), ...others[name] })
    expect(answer.statusCode).toBe(403)
  })

  it('a request of a web page is judged like any other: the proxy asks, not the page', async () => {
    const page = { ...authorized(), origin: 'https://shop.example', 'sec-fetch-site': 'same-site' }
    expect((await ask('OPTIONS', '/api/orders', page)).statusCode).toBe(200)
    expect((await ask('GET', '/api/orders', page)).statusCode).toBe(200)
  })
})

// What injects requests here makes their own targets right; those are sent over a socket below.
describe.each(Object.entries({ nginx, traefik }))('%s', (_name, ask) => {
  it.each(ambiguous)('the path %s is refused and never made right', async (path) => {
    const answer = await ask('GET', path)
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({
      type: 'urn:keyward:problem:ambiguous-path',
      status: 403,
    })
    expect(await refusedRows()).toMatchObject([
      { reason: 'ambiguous_path', tokenId: caller.tokenId },
    ])
  })
})

describe('the source', () => {
  const bound = () => world.issue([world.everything], { networks: ['10.1.0.0/16'] })

  it('is that of the client, as each proxy tells it', async () => {
    const { authorization, tokenId } = bound()
    const from = (address: string) =>
      Promise.all([
        nginx('GET', '/api/orders', { authorization, 'x-original-source': address }),
        traefik('GET', '/api/orders', { authorization, 'x-forwarded-for': `6.6.6.6, ${address}` }),
        envoy('GET', '/api/orders', { authorization, 'x-forwarded-for': address }),
      ]).then((answers) => answers.map((one) => one.statusCode))
    expect(await from('10.1.2.3')).toEqual([200, 200, 200])
    // As a proxy on a socket for both kinds of addresses names it.
    expect(await from('::ffff:10.1.2.3')).toEqual([200, 200, 200])
    expect(await from('10.2.2.3')).toEqual([401, 401, 401])
    expect(await from('::ffff:10.2.2.3')).toEqual([401, 401, 401])
    expect(await from('10.2.2.3, 10.1.2.3 ')).toEqual([401, 200, 200])
    const rows = await refusedRows()
    const refused = rows.filter((row) => row.reason === 'source_not_allowed')
    expect(refused).toMatchObject([
      { tokenId, source: '10.2.2.3', calls: 6 },
      { tokenId, source: '127.0.0.1' },
    ])
    expect(world.memory.kept.counts.find((one) => one.tokenId === tokenId)?.lastUsedFrom).toBe(
      '10.1.2.3',
    )
  })

  it('where it is unknown, a token that is bound to networks is refused, and no other', async () => {
    // The proxy's own address is in the network: that must not count as the client's.
    const { authorization } = world.issue([world.everything], { networks: ['127.0.0.0/8'] })
    const ways = (headers: Sent) =>
      Promise.all([
        nginx('GET', '/api/orders', headers),
        traefik('GET', '/api/orders', { ...headers, 'x-forwarded-for': 'unknown' }),
        envoy('GET', '/api/orders', headers),
      ]).then((answers) => answers.map((one) => one.statusCode))
    expect(await ways({ authorization })).toEqual([401, 401, 401])
    expect(await ways(authorized())).toEqual([200, 200, 200])
  })
})

describe('the route set', () => {
  it('answers only the networks of its proxies', async () => {
    await addRouteSet({ name: 'far', proxies: ['10.0.0.0/8'] })
    await addRouteSet({ name: 'nobody', proxies: [] })
    for (const set of ['far', 'nobody']) {
      const answer = await nginx('GET', '/api/orders', authorized(), set)
      expect(answer.statusCode).toBe(403)
    }
    const open = await nginx('GET', '/healthz', {}, 'far')
    expect(open.statusCode).toBe(403)
    expect(await refusedRows()).toMatchObject([
      { reason: 'proxy_not_allowed', source: '127.0.0.1', tokenId: null, calls: 3 },
    ])
  })

  it('that is unknown or switched off refuses everything', async () => {
    await addRouteSet({ name: 'off', enabled: false })
    for (const set of ['off', 'missing'])
      expect((await nginx('GET', '/healthz', authorized(), set)).statusCode).toBe(403)
    expect(await refusedRows()).toMatchObject([{ reason: 'no_route_set', calls: 2 }])
  })

  it('is not told from one that does not exist, to whoever may not ask', async () => {
    await addRouteSet({ name: 'far', proxies: ['10.0.0.0/8'] })
    await addRouteSet({ name: 'off', enabled: false })
    const [far, off, missing] = await Promise.all(
      ['far', 'off', 'missing'].map(async (set) => {
        const { statusCode, headers, body } = await nginx('GET', '/healthz', authorized(), set)
        return [statusCode, { ...headers, date: null }, body.replace(/urn:uuid:[\w-]+/, '')]
      }),
    )
    expect(far).toEqual(missing)
    expect(off).toEqual(missing)
  })

  it('lets no rule below decide where a rule is for one host, and the proxy names none', async () => {
    await addRouteSet({
      name: 'hosts',
      rules: RouteRules.parse([
        { path: '/**', host: 'admin.example', entity: 'orders', permission: 'delete' },
        { path: '/**', methods: ['GET'], permission: 'open' },
      ]),
    })
    const statuses = (headers: Sent) =>
      nginx('GET', '/x', headers, 'hosts').then((answer) => answer.statusCode)
    expect(await statuses({})).toBe(403)
    expect(await statuses({ 'x-original-host': 'admin.example' })).toBe(401)
    expect(await statuses({ 'x-original-host': 'shop.example' })).toBe(200)
  })

  it('that changes counts at the next call', async () => {
    const { id, version } = await addRouteSet({ name: 'changing' })
    const ask = () => nginx('GET', '/api/orders', authorized(), 'changing')
    expect((await ask()).statusCode).toBe(200)
    await world.memory.registry.routeSets.update(
      {
        id,
        ifVersion: version,
        title: 'Shop',
        enabled: true,
        proxies: ['127.0.0.1'],
        rules: [],
        at: 1,
      },
      told,
    )
    world.age.forget()
    expect((await ask()).statusCode).toBe(403)
  })

  it('compares the host of a rule with the one that was asked', async () => {
    const { authorization } = world.issue([world.everything])
    const at = async (host: string) =>
      (await envoy('GET', '/erp/x', { authorization, host })).statusCode
    expect(await at('erp.example')).toBe(200)
    expect(await at('ERP.example:8443')).toBe(200)
    expect(await at('shop.example')).toBe(403)
    expect(await at('erp.example.')).toBe(403)
    expect((await nginx('GET', '/erp/x', { authorization })).statusCode).toBe(403)
  })

  it('is not told from the query, which may be the client’s', async () => {
    const asked = await traefik('GET', '/healthz', {}, '?x=%zz&"é')
    expect(asked.statusCode).toBe(200)
    const deleting = await traefik('DELETE', '/api/orders/7', authorized(), '?method=GET')
    expect(deleting.statusCode).toBe(403)
  })

  it('a proxy that does not name the request is told so, and nothing is let through', async () => {
    const answer = await world.app.inject({
      url: '/v1/authz/auth-request/shop',
      headers: { ...authorized(), 'x-original-uri': '/healthz' },
    })
    expect(answer.statusCode).toBe(403)
    expect(await refusedRows()).toMatchObject([{ reason: 'original_missing', method: '-' }])
  })

  it('a flood of refusals is counted and does not fill the list', async () => {
    for (let index = 0; index < 300; index += 1)
      await nginx('GET', '/admin', { 'x-original-source': `10.3.${index >> 8}.${index & 255}` })
    expect((await refusedRows()).length).toBe(100)
  })
})

describe('at the socket', () => {
  async function exchange(lines: string[], body = '') {
    await world.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = world.app.server.address() as AddressInfo
    world.listening.port = port
    try {
      return await new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1')
        let received = ''
        socket.setEncoding('latin1')
        socket.on('data', (chunk) => (received += chunk))
        socket.on('error', reject)
        socket.on('close', () => resolve(received))
        const sent = lines.map((line) => line.replace(':PORT', `:${port}`))
        socket.write([...sent, 'Connection: close', '', body].join('\r\n'))
      })
    } finally {
      await world.app.close()
    }
  }
  const authorization = () => `Authorization: ${caller.authorization}`
  const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])

  it('HEAD is answered with the headers alone', async () => {
    const answer = await exchange([
      'HEAD /v1/authz/ext-authz/shop/api/orders HTTP/1.1',
      'Host: shop.example',
      authorization(),
    ])
    expect(statusOf(answer)).toBe(200)
    expect(answer.toLowerCase()).toContain('x-auth-permission: read')
    expect(answer.split('\r\n\r\n')[1]).toBe('')
  })

  it('a body is not read, whatever it claims to be', async () => {
    const answer = await exchange(
      [
        'POST /v1/authz/ext-authz/shop/api/orders HTTP/1.1',
        'Host: shop.example',
        authorization(),
        'Content-Type: application/x-nonsense',
        'Content-Encoding: br',
        'Content-Length: 5',
      ],
      'aaaaa',
    )
    expect(statusOf(answer)).toBe(200)
  })

  it('a host of ours is asked for, except where Host is the original’s', async () => {
    const lines = (host: string) => [
      'GET /v1/authz/auth-request/shop HTTP/1.1',
      `Host: ${host}`,
      'X-Original-Method: GET',
      'X-Original-URI: /healthz',
    ]
    expect(statusOf(await exchange(lines('127.0.0.1:PORT')))).toBe(200)
    world = await createGatewayWorld()
    await addRouteSet()
    expect(statusOf(await exchange(lines('evil.example')))).toBe(421)
  })

  it.each([
    ['two tokens', 400, ['Authorization: Bearer x']],
    ['two hosts', 400, ['Host: other.example']],
    ['a joined header of the original', 200, ['X-Original-Method: GET, DELETE']],
  ])('%s: %i', async (_name, status, more) => {
    const answer = await exchange([
      'GET /v1/authz/ext-authz/shop/api/orders HTTP/1.1',
      'Host: shop.example',
      authorization(),
      ...more,
    ])
    expect(statusOf(answer)).toBe(status)
  })

  it('two X-Original-URI headers are refused, not the first of them taken', async () => {
    const answer = await exchange([
      'GET /v1/authz/auth-request/shop HTTP/1.1',
      'Host: 127.0.0.1:PORT',
      'X-Original-Method: GET',
      'X-Original-URI: /healthz',
      'X-Original-URI: /admin',
    ])
    expect(statusOf(answer)).toBe(403)
    expect(answer).toContain('ambiguous-path')
  })

  it.each(ambiguous.filter((path) => path.startsWith('/')))(
    'the target %s is refused in ext-authz and never made right',
    async (path) => {
      const answer = await exchange([
        `GET /v1/authz/ext-authz/shop${path} HTTP/1.1`,
        'Host: shop.example',
        authorization(),
      ])
      expect(statusOf(answer)).toBe(403)
      expect(answer).toContain('ambiguous-path')
      expect(await refusedRows()).toMatchObject([
        { reason: 'ambiguous_path', tokenId: caller.tokenId },
      ])
    },
  )

  it.each(METHODS.filter((one) => one !== 'CONNECT'))(
    'the method %s is the original’s in ext-authz, and is never let through without a rule',
    async (method) => {
      const answer = await exchange([
        `${method} /v1/authz/ext-authz/shop/api/orders HTTP/1.1`,
        'Host: shop.example',
        authorization(),
      ])
      const allowed = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'OPTIONS'].includes(method)
      expect(statusOf(answer)).toBe(allowed ? 200 : 403)
    },
  )
})
