import { expect, it } from 'vitest'
import { createGatewayWorld } from './gateway-world.fixture'

const records = '/v1/entities/invoices/records'

it.each([
  ['*/*'],
  ['application/*'],
  ['application/json'],
  ['APPLICATION/JSON'],
  ['application/json; charset=utf-8'],
  ['text/html, application/json;q=0.1'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ['application/problem+json'],
  ['application/json;q=0, application/*'],
  ['application/json;q=0.001'],
  // What cannot be read as a list of media types excludes nothing.
  [''],
  ['json'],
  ['text/html;;;'],
  ['application/json, text'],
])('with Accept: %s JSON is answered', async (accept) => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  const headers = { authorization, accept }
  const answer = await world.app.inject({ method: 'GET', url: records, headers })
  expect(answer.statusCode).toBe(200)
})

it.each([
  ['text/html'],
  ['application/xml, text/*;q=0.5'],
  ['application/*;q=0'],
  ['*/*;q=0'],
  ['application/json;q=0, application/problem+json;q=0.0, */*;q=0.000'],
  ['application/vnd.api+json'],
])('with Accept: %s a call is refused as a problem, and changes nothing', async (accept) => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  const headers = { authorization, accept, 'content-type': 'application/json' }
  const answer = await world.app.inject({
    method: 'POST',
    url: records,
    headers,
    payload: '{"number":"1"}',
  })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    406,
    'application/problem+json; charset=utf-8',
  ])
  expect(answer.json()).toMatchObject({ type: 'urn:keyward:problem:not-acceptable', status: 406 })
  expect(world.memory.records()).toEqual([])
  const head = await world.app.inject({
    method: 'HEAD',
    url: records,
    headers: { authorization, accept },
  })
  expect([head.statusCode, head.body]).toEqual([406, ''])
})

it('each address is asked for what it has: a page, figures, nothing at all', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  const statusOf = async (method: 'GET' | 'DELETE', url: string, accept: string) =>
    (await world.app.inject({ method, url, headers: { authorization, accept } })).statusCode
  expect(await statusOf('GET', '/docs', 'text/html')).toBe(200)
  expect(await statusOf('GET', '/docs', 'application/json')).toBe(406)
  expect(await statusOf('GET', '/docs/page.css', 'text/css,*/*;q=0.1')).toBe(200)
  expect(await statusOf('GET', '/metrics', 'text/plain')).toBe(200)
  expect(await statusOf('GET', '/metrics', 'text/plain;version=0.0.4')).toBe(200)
  expect(await statusOf('GET', '/metrics', 'application/json')).toBe(406)
  expect(await statusOf('GET', '/healthz', 'text/plain')).toBe(406)
  // A body is not expected: the record is not there, and that is said.
  expect(await statusOf('DELETE', `${records}/x`, 'text/plain')).toBe(404)
})

it('whether a kind of answer is known is nobody’s business before the token is', async () => {
  const world = await createGatewayWorld()
  const accept = 'text/html'
  const stranger = await world.app.inject({ method: 'GET', url: records, headers: { accept } })
  expect(stranger.statusCode).toBe(401)
  const reader = world.issue([world.on(world.orders, 'read')])
  const headers = { accept, authorization: reader.authorization }
  expect((await world.app.inject({ method: 'GET', url: records, headers })).statusCode).toBe(403)
})
