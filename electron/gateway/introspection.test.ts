import { expect, it } from 'vitest'
import type { Grant } from '../contract/permission'
import { createGatewayWorld, day, start, type GatewayWorld } from './gateway-world.fixture'

type Headers = Record<string, string | string[]>

const formType = { 'content-type': 'application/x-www-form-urlencoded' }
const endpoint = '/oauth2/introspect'

const post = (world: GatewayWorld, payload: string | Buffer, headers: Headers, url = endpoint) =>
  world.app.inject({ method: 'POST', url, headers: { ...formType, ...headers }, payload })

const ask = (world: GatewayWorld, token: string, { authorization }: { authorization: string }) =>
  post(world, `token=${token}`, { authorization })

/** Everything of an answer but its date. */
const bytes = (answer: Awaited<ReturnType<typeof post>>) => ({
  status: answer.statusCode,
  headers: { ...answer.headers, date: null },
  body: answer.body,
})

const inactive = { active: false }

it('a working token is described, with its times in seconds and its permissions by entity', async () => {
  const world = await createGatewayWorld()
  const { token, tokenId } = world.issue(
    [world.on(world.orders, 'read', 'write'), world.on(world.invoices, 'delete')],
    { startsAt: start - 1, longestLifetimeDays: 10 },
  )
  const client = world.issueClient()
  const answer = await ask(world, token, client)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  expect(answer.json()).toEqual({
    active: true,
    scope: 'invoices:delete orders:read orders:write',
    client_id: 'web-shop',
    username: 'web-shop',
    token_type: 'Bearer',
    exp: (start + 9 * day) / 1_000,
    iat: (start - day) / 1_000,
    nbf: start / 1_000,
    sub: '1',
    iss: 'http://localhost:80',
    jti: tokenId,
    permissions: { invoices: ['delete'], orders: ['read', 'write'] },
  })
  expect(answer.body).not.toContain(token)
})

it('exp and nbf are left out where a token never ends and has no start', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything], { expiresAt: null, longestLifetimeDays: null })
  const answer = (await ask(world, token, world.issueClient())).json<object>()
  expect(answer).toMatchObject({ active: true })
  expect(answer).not.toHaveProperty('exp')
  expect(answer).not.toHaveProperty('nbf')
})

it('every token that does not work is exactly {"active":false}, and its reason is on record', async () => {
  const world = await createGatewayWorld()
  const good = [world.everything]
  const client = world.issueClient()
  const wrong = world.issue(good)
  const genuine = world.format.make('s').token
  const tampered = world.issue(good)
  world.memory.tokens.get(tampered.tokenId)!.expiresAt = start + 400 * day
  world.memory.tokens.get(wrong.tokenId)!.digest = world.seals.digest(genuine, 1)

  const cases: Record<string, string> = {
    unknown_token: genuine,
    wrong_secret: wrong.token,
    malformed_token: 'a-token-of-somebody-else',
    tampered_row: tampered.token,
    revoked: world.issue(good, { revokedAt: start - 1 }).token,
    disabled: world.issue(good, { enabled: false }).token,
    user_disabled: world.issue(good, { userActive: false }).token,
    not_yet_active: world.issue(good, { startsAt: start + 1 }).token,
    expired: world.issue(good, { expiresAt: start }).token,
    source_not_allowed: world.issue(good, { networks: ['10.0.0.0/8'] }).token,
  }
  for (const token of Object.values(cases)) {
    const answer = await ask(world, token, client)
    expect([answer.statusCode, answer.body]).toEqual([200, '{"active":false}'])
  }
  await world.callLog.write()
  const { refused, counts } = world.memory.kept
  expect(refused.map((row) => row.reason)).toEqual(Object.keys(cases))
  expect(refused[0]).toMatchObject({ method: 'POST', entity: null, permission: null, status: 200 })
  // Of a text that is none of our tokens nothing is kept, not even what could be an ID.
  expect(refused.filter((row) => row.tokenId === null).map((row) => row.reason)).toEqual([
    'unknown_token',
    'malformed_token',
  ])
  const kept = JSON.stringify(world.memory.kept)
  for (const token of Object.values(cases)) expect(kept).not.toContain(token)
  expect(counts.every((count) => count.allowed === 0 && count.lastUsedAt === null)).toBe(true)
})

it('asking about a working token is a use of it, on no entity', async () => {
  const world = await createGatewayWorld()
  const { token, tokenId } = world.issue([world.everything])
  const { clientId, authorization } = world.issueClient()
  for (let call = 0; call < 3; call++) await ask(world, token, { authorization })
  await world.callLog.write()
  const lastUse = { lastUsedAt: start, lastUsedFrom: '127.0.0.1' }
  expect(world.memory.kept.counts).toEqual([
    { tokenId, allowed: 3, refused: 0, uses: [], secrets: [], calledAt: start, ...lastUse },
  ])
  expect(world.memory.kept.clients).toEqual([{ clientId, calls: 3, ...lastUse }])
})

it('an asking system whose IPv4 address came over a socket for both kinds is named as IPv4', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything], { networks: ['10.0.0.0/8'] })
  const { authorization } = world.issueClient()
  const answer = await world.app.inject({
    method: 'POST',
    url: endpoint,
    headers: { ...formType, authorization },
    payload: `token=${token}`,
    remoteAddress: '::ffff:10.1.2.3',
  })
  expect(answer.json()).toMatchObject({ active: true })
  await world.callLog.write()
  const { counts, clients } = world.memory.kept
  expect([...counts, ...clients].map((one) => one.lastUsedFrom)).toEqual(['10.1.2.3', '10.1.2.3'])
})

it('only what the asking service account reaches itself is told', async () => {
  const world = await createGatewayWorld()
  const { token, tokenId } = world.issue([world.everything])
  const askWith = async (access: Grant[]) =>
    (await ask(world, token, world.issueClient({ access }))).json<{ permissions?: object }>()

  expect((await askWith([world.on(world.orders, 'read', 'delete')])).permissions).toEqual({
    orders: ['read', 'delete'],
  })
  expect(await askWith([])).toEqual(inactive)
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([
    { reason: 'beyond_client_access', tokenId, status: 200 },
  ])
})

it('a token that reaches nothing of the asking system, or nothing at all, is not told about', async () => {
  const world = await createGatewayWorld()
  const client = world.issueClient({ access: [world.on(world.orders, 'read')] })
  const invoicesOnly = world.issue([world.on(world.invoices, 'read')])
  const none = world.issue([])
  const narrowed = world.issue([world.everything], { access: [world.on(world.orders, 'write')] })
  for (const { token } of [invoicesOnly, none, narrowed])
    expect((await ask(world, token, client)).json()).toEqual(inactive)
})

it.each<[string, (id: string, secret: string) => string]>([
  ['as it is', (id, secret) => `${id}:${secret}`],
  ['form-encoded', (id, secret) => `${escaped(id)}:${escaped(secret)}`],
  [
    'percent-encoded in part',
    (id, secret) => `${id}:${escaped(secret.slice(0, 5))}${secret.slice(5)}`,
  ],
])('Basic credentials are taken %s', async (_how, spell) => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const { clientId, secret } = world.issueClient()
  const authorization = basic(spell(clientId, secret))
  expect((await ask(world, token, { authorization })).json()).toMatchObject({ active: true })
})

it('a secret with characters of form-encoding is taken decoded and raw', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const { clientId } = world.issueClient()
  const secret = 'p@ss:w/rd +%zz'
  const stored = { ...world.memory.clients.get(clientId)!, clientId }
  const digest = world.seals.clientDigest(clientId, secret, 1)
  world.memory.clients.set(clientId, {
    ...stored,
    digest,
    mac: world.seals.client({ ...stored, digest }),
  })
  world.memory.changed()
  for (const spelled of [secret, encodeURIComponent(secret), 'p%40ss%3Aw%2Frd+%2B%25zz'])
    expect(
      (await ask(world, token, { authorization: basic(`${clientId}:${spelled}`) })).json(),
    ).toMatchObject({ active: true })
})

it('credentials in the body are taken as well', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const { clientId, secret } = world.issueClient()
  const form = `token_type_hint=refresh_token&client_id=${clientId}&client_secret=${secret}&token=${token}`
  const charset = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }
  expect((await post(world, form, charset)).json()).toMatchObject({ active: true })
})

it('the answers to every kind of wrong credentials are the same, byte for byte', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const good = world.issueClient()
  const tampered = world.issueClient({ revokedAt: start - 1 })
  world.memory.clients.get(tampered.clientId)!.revokedAt = null

  const cases: [string, Headers][] = [
    ['no_client', {}],
    ['no_client', { authorization: 'Bearer abc' }],
    ['no_client', { authorization: 'Basic !!!' }],
    ['no_client', { authorization: basic('no colon') }],
    ['no_client', { authorization: basic(`${good.clientId}:${'x'.repeat(600)}`) }],
    ['unknown_client', { authorization: basic(`AAAAAAAAAAAA:${good.secret}`) }],
    ['unknown_client', { authorization: basic(':') }],
    ['unknown_client', { authorization: basic(`ä\u0000:${good.secret}`) }],
    ['wrong_client_secret', { authorization: basic(`${good.clientId}:${good.secret}x`) }],
    ['wrong_client_secret', { authorization: basic(`${good.clientId}:`) }],
    ['tampered_client', { authorization: tampered.authorization }],
    [
      'client_revoked',
      { authorization: world.issueClient({ revokedAt: start - 1 }).authorization },
    ],
    [
      'client_user_disabled',
      { authorization: world.issueClient({ userActive: false }).authorization },
    ],
  ]
  const answers = []
  for (const [, headers] of cases) answers.push(bytes(await post(world, `token=${token}`, headers)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="keyward"', 'cache-control': 'no-store' },
    body: '{"error":"invalid_client"}',
  })
  await world.callLog.write()
  const { refused, counts, clients } = world.memory.kept
  expect(refused.map((row) => row.reason)).toEqual([...new Set(cases.map(([reason]) => reason))])
  expect(refused.every((row) => row.status === 401 && row.tokenId === null)).toBe(true)
  expect([counts, clients]).toEqual([[], []])
  expect(JSON.stringify(world.memory.kept)).not.toContain(good.secret)
})

it.each<
  [
    string,
    (client: { clientId: string; secret: string; authorization: string }) => [string, Headers],
  ]
>([
  [
    'Basic and the body',
    ({ clientId, secret, authorization }) => [
      `token=x&client_id=${clientId}&client_secret=${secret}`,
      { authorization },
    ],
  ],
  [
    'Basic and an empty secret in the body',
    ({ authorization }) => ['token=x&client_secret=', { authorization }],
  ],
  [
    'Basic and an assertion',
    ({ authorization }) => ['token=x&client_assertion=a', { authorization }],
  ],
  [
    'the body and an assertion',
    ({ clientId, secret }) => [
      `token=x&client_id=${clientId}&client_secret=${secret}&client_assertion=a`,
      {},
    ],
  ],
  [
    'Basic twice',
    ({ authorization }) => ['token=x', { authorization: [authorization, authorization] }],
  ],
  [
    'Basic as one and the body as another',
    ({ authorization }) => ['token=x&client_id=AAAAAAAAAAAA', { authorization }],
  ],
])('two ways of authentication at once are refused: %s', async (_ways, requestOf) => {
  const world = await createGatewayWorld()
  const answer = await post(world, ...requestOf(world.issueClient()))
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(answer.json()).toMatchObject({ error: 'invalid_request' })
})

it('a client that names itself beside Basic is the same client', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const { clientId, authorization } = world.issueClient()
  const answer = await post(world, `token=${token}&client_id=${clientId}`, { authorization })
  expect(answer.json()).toMatchObject({ active: true })
})

it.each<[string, string | Buffer]>([
  ['no token', 'token_type_hint=access_token'],
  ['nothing at all', ''],
  ['an empty token', 'token='],
  ['a token without its sign', 'token'],
  ['two tokens', 'token=a&token=b'],
  ['the same token twice', 'token=a&token=a'],
  ['two tokens, one with an escaped name', 'token=a&%74oken=b'],
  ['two hints', 'token=a&token_type_hint=x&token_type_hint=y'],
  ['percent-encoding that is cut off', 'token=%e'],
  ['percent-encoding that is none', 'token=%zz'],
  ['percent-encoding of no character', 'token=%ff'],
  ['percent-encoding of half a character', 'token=%ed%a0%80'],
  ['bytes that are no UTF-8', Buffer.from('token=\xff\xfe', 'latin1')],
])('a form with %s is refused', async (_what, form) => {
  const world = await createGatewayWorld()
  const { authorization } = world.issueClient()
  const answer = await post(world, form, { authorization })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ error: 'invalid_request' })
  expect(world.memory.reads.tokens).toBe(0)
})

it.each([
  'token=%F0%9F%94%91',
  'token=\u{1F511}',
  'token=%00',
  `token=${'a'.repeat(10_000)}`,
  'token=__proto__&__proto__=x&constructor=y',
  '&&token=x&&',
])('a text that is no token is only inactive: %.40s', async (form) => {
  const world = await createGatewayWorld()
  const { authorization } = world.issueClient()
  const answer = await post(world, form, { authorization })
  expect([answer.statusCode, answer.body]).toEqual([200, '{"active":false}'])
})

it('a body that is too large is refused unread', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issueClient()
  for (const size of [16_385, 10_485_760]) {
    const answer = await post(world, `token=${'a'.repeat(size)}`, { authorization })
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ error: 'invalid_request' })
  }
  expect(world.memory.reads).toMatchObject({ clients: 0, tokens: 0 })
})

it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense'])(
  'a body of the kind %s is refused',
  async (type) => {
    const world = await createGatewayWorld()
    const { authorization } = world.issueClient()
    const answer = await post(world, '{"token":"x"}', { authorization, 'content-type': type })
    expect(answer.statusCode).toBe(415)
    expect(answer.json()).toMatchObject({ error: 'invalid_request' })
  },
)

it('a POST without a body and its kind is refused', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issueClient()
  const answer = await world.app.inject({
    method: 'POST',
    url: endpoint,
    headers: { authorization },
  })
  expect([answer.statusCode, answer.json()]).toMatchObject([415, { error: 'invalid_request' }])
})

it('a token in the address is not taken, and not kept', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const { authorization } = world.issueClient()
  const answer = await post(world, 'token=x', { authorization }, `${endpoint}?token=${token}`)
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { error: 'invalid_request' }])
})

it('other methods are told that only POST is taken', async () => {
  const world = await createGatewayWorld()
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'] as const) {
    const answer = await world.app.inject({ method, url: endpoint })
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST'])
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    if (method !== 'HEAD') expect(answer.json()).toMatchObject({ error: 'invalid_request' })
  }
  const options = await world.app.inject({ method: 'OPTIONS', url: endpoint })
  expect([options.statusCode, options.headers.allow]).toEqual([204, 'POST'])
})

it('credentials are looked up once while nothing changes, and at once when something did', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const { clientId, authorization } = world.issueClient()
  for (let call = 0; call < 3; call++) await ask(world, token, { authorization })
  expect(world.memory.reads.clients).toBe(1)

  const revoked = { ...world.memory.clients.get(clientId)!, revokedAt: start }
  world.memory.clients.set(clientId, { ...revoked, mac: world.seals.client(revoked) })
  world.age.forget()
  expect((await ask(world, token, { authorization })).statusCode).toBe(401)
})

it('an unknown client id and a wrong secret take the same steps', async () => {
  const world = await createGatewayWorld()
  const { clientId, secret } = world.issueClient()
  const steps = async (id: string) => {
    const before = { ...world.memory.reads }
    await ask(world, 'x', { authorization: basic(`${id}:${secret}%41x`) })
    return world.memory.reads.clients - before.clients
  }
  expect(await steps('AAAAAAAAAAAA')).toBe(await steps(clientId))
})

it('an unknown client id is not proven by a digest of zeros', async () => {
  const world = await createGatewayWorld()
  world.seals.clientDigest = () => Buffer.alloc(32)
  const answer = await ask(world, 'x', { authorization: basic('AAAAAAAAAAAA:x') })
  expect(answer.statusCode).toBe(401)
})

it('a registry that cannot be read lets nobody know anything', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  const client = world.issueClient()
  world.memory.breakDown()
  const answer = await ask(world, token, client)
  expect([answer.statusCode, answer.headers['retry-after'], answer.body]).toEqual([
    503,
    '1',
    '{"error":"temporarily_unavailable"}',
  ])
  expect(world.reported).toHaveLength(1)
})

it('the metadata says where and how tokens are asked about, at the address that was called', async () => {
  const world = await createGatewayWorld()
  const answer = await world.app.inject({
    url: '/.well-known/oauth-authorization-server',
    headers: { host: '127.0.0.1:80' },
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    issuer: 'http://127.0.0.1:80',
    introspection_endpoint: 'http://127.0.0.1:80/oauth2/introspect',
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    response_types_supported: [],
    grant_types_supported: [],
  })
})

it('web pages are refused before anything is read', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issueClient()
  const answer = await post(world, 'token=x', { authorization, origin: 'https://evil.example' })
  expect(answer.statusCode).toBe(403)
  expect(world.memory.reads.clients).toBe(0)
})

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

/** Every character as RFC 6749 lets a program write it. */
const escaped = (text: string) =>
  [...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')

it('who accepts no JSON is told so as OAuth writes it, before anybody is known, and it is no fault', async () => {
  const world = await createGatewayWorld()
  for (const accept of ['text/html', 'application/token-introspection+jwt']) {
    const answer = await post(world, 'token=x', { accept })
    expect([answer.statusCode, answer.json()]).toEqual([
      406,
      {
        error: 'invalid_request',
        error_description: 'The answer is JSON, which Accept excludes',
      },
    ])
  }
  expect(world.reported).toEqual([])
})
