import { expect, it } from 'vitest'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'

const records = '/v1/entities/orders/records'

function caller(world: GatewayWorld, over: object = {}) {
  const { authorization } = world.issue([world.everything], over)
  return (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    world.app.inject({
      method,
      url,
      headers: {
        authorization,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { payload: JSON.stringify(body) } : {}),
    })
}

it('a POST that is repeated with its key creates one record and is answered the same', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const key = { 'idempotency-key': '"8e03978e-40d5"' }
  const [first, again] = [
    await call('POST', records, { number: '1' }, key),
    await call('POST', records, { number: '1' }, key),
  ]
  expect([first.statusCode, again.statusCode]).toEqual([201, 201])
  expect(again.body).toBe(first.body)
  expect(again.headers).toMatchObject({
    'idempotency-replayed': 'true',
    location: first.headers['location'],
  })
  expect((await call('POST', records, { number: '2' }, key)).statusCode).toBe(422)
  expect(world.memory.records()).toHaveLength(1)
})

it('a token calls as often as it may in a minute, and is told when it may again', async () => {
  const world = await createGatewayWorld()
  const call = caller(world, { callsPerMinute: 2 })
  const answers = [await call('GET', records), await call('GET', records)]
  expect(answers.map(({ headers }) => headers['ratelimit'])).toEqual([
    '"token";r=1;t=60',
    '"token";r=0;t=60',
  ])
  world.clock.now += 10_000
  const refused = await call('GET', records)
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['retry-after']).toBe('50')
  expect(refused.json()).toMatchObject({ 'violated-policies': ['token'] })
  world.clock.now += 50_000
  expect((await call('GET', records)).statusCode).toBe(200)
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([{ reason: 'rate_limited', status: 429 }])
})

it('a batch with a wrong record in its middle leaves nothing behind and names it', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const wrong = { records: [{ number: '1' }, { number: 2 }, { number: '3' }] }
  const refused = await call('POST', `${records}:batch`, wrong)
  expect(refused.statusCode).toBe(422)
  expect(refused.json().errors).toMatchObject([{ pointer: '#/records/1/number', code: 'type' }])
  expect(world.memory.records()).toEqual([])
  const right = await call('POST', `${records}:batch`, { records: [{ number: '1' }] })
  expect([right.statusCode, right.json().items.length]).toEqual([201, 1])
})

it('an entity may demand that a change names the version it has seen', async () => {
  const world = await createGatewayWorld()
  await world.addEntity('bills', {
    ifMatch: 'required',
    fields: [{ name: 'number', title: 'Number', type: 'string', required: true, indexed: true }],
  })
  const call = caller(world)
  const bill = '/v1/entities/bills/records/b-1'
  const made = await call('PUT', bill, { number: '1' }, { 'if-none-match': '*' })
  expect(made.statusCode).toBe(201)
  expect((await call('PUT', bill, { number: '1' }, { 'if-none-match': '*' })).statusCode).toBe(412)
  expect((await call('PATCH', bill, { number: '2' })).statusCode).toBe(428)
  const named = await call('PATCH', bill, { number: '2' }, { 'if-match': '"1"' })
  expect(named.statusCode).toBe(200)
  expect((await call('GET', bill, undefined, { 'if-none-match': '"2"' })).statusCode).toBe(304)
  const found = await call('GET', '/v1/entities/bills/records?where.number=2&order=-number')
  expect(found.json().items).toMatchObject([{ id: 'b-1', version: 2 }])
  expect((await call('GET', `${records}?where.number=2`)).json().type).toBe(
    'urn:keyward:problem:field-not-indexed',
  )
})

it('a PUT with a condition that Keyward does not know changes nothing', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const { id } = (await call('POST', records, { number: '1' })).json<{ id: string }>()
  const refused = await call('PUT', `${records}/${id}`, { number: '2' }, { 'if-none-match': '"1"' })
  expect([refused.statusCode, refused.json().type]).toEqual([
    400,
    'urn:keyward:problem:invalid-if-none-match',
  ])
  expect(world.memory.records().map(({ data }) => data)).toEqual([{ number: '1' }])
})
