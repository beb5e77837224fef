import { expect, it } from 'vitest'
import { createGatewayWorld, day, start, type GatewayWorld } from './gateway-world.fixture'

const read = (world: GatewayWorld, headers: Record<string, string | string[]>, url = target) =>
  world.app.inject({ method: 'GET', url, headers })
const target = '/v1/entities/invoices/records'

/** Everything of an answer but its instance and date. */
const bytes = (answer: Awaited<ReturnType<typeof read>>) => ({
  status: answer.statusCode,
  headers: { ...answer.headers, date: null },
  body: answer.body.replace(/urn:uuid:[0-9a-f-]{36}/, ''),
})

it('a call within the rights of its token is answered', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.on(world.invoices, 'read')])
  const answer = await read(world, { authorization })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ items: [], next_cursor: null })
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
})

it('the answers to every invalid token are the same, byte for byte', async () => {
  const world = await createGatewayWorld()
  const good = [world.everything]
  const wrong = world.issue(good)
  const genuine = world.format.make('s').token
  const tampered = world.issue(good)
  world.memory.tokens.get(tampered.tokenId)!.expiresAt = start + 400 * day
  world.memory.tokens.get(wrong.tokenId)!.digest = world.seals.digest(genuine, 1)

  const cases: Record<string, string> = {
    unknown_token: `Bearer ${genuine}`,
    wrong_secret: wrong.authorization,
    malformed_token: 'Bearer kws_not_one_of_ours',
    tampered_row: tampered.authorization,
    revoked: world.issue(good, { revokedAt: start - 1 }).authorization,
    disabled: world.issue(good, { enabled: false }).authorization,
    user_disabled: world.issue(good, { userActive: false }).authorization,
    not_yet_active: world.issue(good, { startsAt: start + 1 }).authorization,
    expired: world.issue(good, { expiresAt: start }).authorization,
  }
  const answers = []
  for (const authorization of Object.values(cases)) {
    answers.push(bytes(await read(world, { authorization })))
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({
    status: 401,
    headers: {
      'www-authenticate':
        'Bearer realm="keyward", error="invalid_token", error_description="The token is not valid"',
      'content-type': 'application/problem+json; charset=utf-8',
    },
  })

  await world.callLog.write()
  expect(world.memory.kept.refused.map((row) => row.reason)).toEqual(Object.keys(cases))
})

it('a refusal of somebody unknown is kept with what he wanted', async () => {
  const world = await createGatewayWorld()
  await read(world, { authorization: 'Bearer a"b' })
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([
    { tokenId: null, method: 'GET', entity: 'invoices', permission: 'read' },
  ])
})

it('a token in the query is refused, even beside a good one in the header', async () => {
  const world = await createGatewayWorld()
  const { authorization, token } = world.issue([world.everything])
  const queries = [
    'access_token=anything',
    ...['access_token', 'access%5Ftoken', 'token', 'api_key', 'apikey', 'key', 'cursor'].map(
      (name) => `${name}=${token}`,
    ),
    `limit=1&limit=${token}`,
    token,
  ]
  for (const query of queries) {
    const answer = await read(world, { authorization }, `${target}?${query}`)
    expect(answer.json()).toMatchObject({
      status: 400,
      type: 'urn:keyward:problem:invalid-request',
    })
    expect(answer.body).not.toContain(token)
  }
  await world.callLog.write()
  // They differ in nothing that is kept, so they are one row.
  expect(world.memory.kept.refused).toMatchObject([
    { reason: 'token_in_query', calls: queries.length },
  ])
  expect(JSON.stringify(world.memory.kept)).not.toContain(token)
})

it('a parameter that is no token of ours is only a parameter that is not taken', async () => {
  const world = await createGatewayWorld()
  const { authorization, token } = world.issue([world.everything])
  for (const value of ['', 'a', token.slice(0, -1), `${token}x`]) {
    const answer = await read(world, { authorization }, `${target}?token=${value}`)
    expect(answer.json()).toMatchObject({ type: 'urn:keyward:problem:invalid-query' })
  }
})

it('the scheme may be written in any case', async () => {
  const world = await createGatewayWorld()
  const { token } = world.issue([world.everything])
  expect((await read(world, { authorization: `bEARER ${token}` })).statusCode).toBe(200)
})

it('a token without the permission learns which one it lacks, and no more', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.on(world.invoices, 'write')])
  const answer = await read(world, { authorization })
  expect(answer.statusCode).toBe(403)
  expect(answer.headers['www-authenticate']).toBe(
    'Bearer realm="keyward", error="insufficient_scope", scope="invoices:read"',
  )
})

it('an entity that does not exist looks like one without a grant', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.on(world.invoices, 'read')])
  const [hidden, missing] = [
    bytes(await read(world, { authorization }, '/v1/entities/orders/records')),
    bytes(await read(world, { authorization }, '/v1/entities/nothing/records')),
  ]
  const generalise = (one: object) => JSON.stringify(one).replaceAll(/orders|nothing/g, 'x')
  expect(generalise(missing).replace(/"content-length":"\d+"/, '')).toBe(
    generalise(hidden).replace(/"content-length":"\d+"/, ''),
  )
  expect(hidden.status).toBe(403)
  await world.callLog.write()
  expect(world.memory.kept.refused.map((row) => row.reason)).toEqual([
    'not_granted',
    'unknown_entity',
  ])
})

it('an entity that does not exist is a 404 to a token for all entities', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  const answer = await read(world, { authorization }, '/v1/entities/nothing/records')
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ type: 'urn:keyward:problem:no-such-entity' })
})

it('a name that no entity can have never reaches the refused-call list or a header', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.on(world.invoices, 'read')])
  const answer = await read(world, { authorization }, `/v1/entities/${'A'.repeat(1000)}/records`)
  expect(answer.statusCode).toBe(403)
  expect(answer.headers['www-authenticate']).not.toContain('AAA')
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([{ entity: null, reason: 'unknown_entity' }])
})

it('what a token may do ends where its user may no longer', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything], {
    access: [world.on(world.orders, 'read')],
  })
  expect((await read(world, { authorization })).statusCode).toBe(403)
  expect((await read(world, { authorization }, '/v1/entities/orders/records')).statusCode).toBe(200)
})

it('a revoked token is refused at the next call after the gateway was told', async () => {
  const world = await createGatewayWorld()
  const { authorization, tokenId } = world.issue([world.everything])
  expect((await read(world, { authorization })).statusCode).toBe(200)
  world.changeSilently(tokenId, { revokedAt: start })
  world.age.forget()
  expect((await read(world, { authorization })).statusCode).toBe(401)
})

it('a kept token still expires on time', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything], { expiresAt: start + 1 })
  expect((await read(world, { authorization })).statusCode).toBe(200)
  world.clock.now += 1
  expect((await read(world, { authorization })).statusCode).toBe(401)
  expect(world.memory.reads.tokens).toBe(1)
})

it('a registry that cannot be read lets nobody through, and says nothing about itself', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  world.memory.breakDown()
  const answer = await read(world, { authorization })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('1')
  expect(answer.body).not.toMatch(/disk|path/)
  expect(world.reported).toHaveLength(1)
})

it('GET /v1/token says what the token is and may do, and never its secret', async () => {
  const world = await createGatewayWorld()
  const { authorization, token, tokenId } = world.issue(
    [world.on(world.invoices, 'read', 'write'), world.on(world.orders, 'delete')],
    { access: [world.on(world.invoices, 'read')], longestLifetimeDays: 10 },
  )
  const answer = await read(world, { authorization }, '/v1/token')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    token_id: tokenId,
    name: 'Orders of the web shop',
    user: 'web-shop',
    created_at: new Date(start - day).toISOString(),
    expires_at: new Date(start + 9 * day).toISOString(),
    permissions: { invoices: ['read'] },
  })
  expect(answer.body).not.toContain(token)
})

it('GET /v1/token refuses as every route does', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([], { enabled: false })
  expect((await read(world, {}, '/v1/token')).statusCode).toBe(401)
  expect((await read(world, { authorization }, '/v1/token')).statusCode).toBe(401)
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([
    { reason: 'no_token', entity: null, permission: null },
    { reason: 'disabled', entity: null, permission: null },
  ])
})

it('GET /healthz needs no token', async () => {
  const answer = await read(await createGatewayWorld(), {}, '/healthz')
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }])
})
