import { METHODS } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { problems } from './problems'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'
import { transport } from './transport.fixture'

/** Bytes in, bytes out: what no HTTP client would send. */
let world: GatewayWorld
let authorization: string

beforeEach(async () => {
  world = await createGatewayWorld({ tls: transport.tls })
  authorization = `Authorization: ${world.issue([world.everything]).authorization}`
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  world.listening.port = (world.app.server.address() as AddressInfo).port
})
afterEach(() => world.app.close())

const host = () => `Host: 127.0.0.1:${world.listening.port}`

function exchange(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = transport.connect(world.listening.port)
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => (received += chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(received))
    socket.write(bytes)
  })
}

const send = (lines: string[], body = '') =>
  exchange([...lines, 'Connection: close', '', body].join('\r\n'))

const get = (target: string, ...lines: string[]) =>
  send([`GET ${target} HTTP/1.1`, host(), authorization, ...lines])

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])

function expectProblem(answer: string, status: number) {
  const [head = '', ...body] = answer.split('\r\n\r\n')
  expect([answer.split('\r\n', 1)[0], statusOf(answer)]).toEqual([expect.anything(), status])
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  expect(head.toLowerCase()).toContain('cache-control: no-store')
  expect(head.toLowerCase()).not.toMatch(/server:|x-powered-by|access-control/)
  const document = JSON.parse(body.join('\r\n\r\n').replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, ''))
  const name = document.type.replace('urn:keyward:problem:', '') as keyof typeof problems
  expect(document).toMatchObject({ status, title: problems[name].title })
}

const records = '/v1/entities/invoices/records'

it('a plain call over a real socket is answered', async () => {
  expect(statusOf(await get(records))).toBe(200)
})

it('two Authorization headers are refused, not the first of them taken', async () => {
  const answer = await get(records, authorization)
  expectProblem(answer, 400)
  expect(answer).toContain('error="invalid_request"')
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([
    { reason: 'several_tokens', source: '127.0.0.1' },
  ])
})

it.each(['127.0.0.1', 'localhost', '[::1]', 'LocalHost'])('the host %s is ours', async (name) => {
  const answer = await send([
    `GET ${records} HTTP/1.1`,
    `Host: ${name}:${world.listening.port}`,
    authorization,
  ])
  expect(statusOf(answer)).toBe(200)
})

it.each([
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1',
  'localhost',
  'localhost:1',
  '127.0.0.1:PORT.evil.example',
  'localhost.evil.example:PORT',
  'user@127.0.0.1:PORT',
  '127.1:PORT',
  '0.0.0.0:PORT',
  '[::ffff:127.0.0.1]:PORT',
  '127.0.0.1:PORT, localhost:PORT',
  '',
])('a request for the host "%s" is turned away', async (name) => {
  const named = name.replaceAll('PORT', String(world.listening.port))
  expectProblem(await send([`GET ${records} HTTP/1.1`, `Host: ${named}`, authorization]), 421)
})

it('a request with no host, or with two, is refused', async () => {
  expectProblem(await send([`GET ${records} HTTP/1.1`, authorization]), 400)
  expectProblem(await send([`GET ${records} HTTP/1.0`, authorization]), 400)
  expectProblem(await get(records, host()), 400)
})

it.each([
  'Origin: http://evil.example',
  'Origin: null',
  'Sec-Fetch-Site: cross-site',
  'Sec-Fetch-Site: same-origin',
  'Origin: http://127.0.0.1',
])('a web page is refused: %s', async (line) => expectProblem(await get(records, line), 403))

it('a preflight gets no permission from us', async () => {
  const answer = await send([
    `OPTIONS ${records} HTTP/1.1`,
    host(),
    'Origin: http://evil.example',
    'Access-Control-Request-Method: DELETE',
  ])
  expectProblem(answer, 403)
})

it.each([
  '//v1/token',
  '/v1//token',
  '/v1/./token',
  '/v1/../v1/token',
  '/v1/token/..',
  '/v1/%2e%2e/v1/token',
  '/v1%2ftoken',
  '/v1%5ctoken',
  '/v1\\token',
  '/v1/token%00',
  '/v1/token;x=1',
  '/v1/%zz',
  '/v1/%',
  '/v1/%2574oken',
  '/v1/t%6fken',
  '/v1/tok\u00e9n',
  '/v1/token#x',
  '/v1/token?a=%00',
  '/v1/token?a=%z',
  '/v1/token?a=\u00e9',
  'http://127.0.0.1/v1/token',
  'http://evil.example/v1/token',
  '/docs/../v1/token',
  '/docs/%2e%2e/page.css',
  '/docs//page.css',
  '*',
  'v1/token',
])('the target %s is refused, whatever it may mean', async (target) => {
  expectProblem(await get(target), 400)
})

it('a target is refused beyond 2048 characters', async () => {
  expectProblem(await get(`/v1/token?a=${'a'.repeat(2048)}`), 414)
})

it('an address that is not there is a 404', async () => {
  for (const target of ['/', '/v1', '/v2/token', '/v1/token/', '/v1/entities', '/V1/token']) {
    expectProblem(await get(target), 404)
  }
})

it.each([
  ['/healthz', 'GET, HEAD, OPTIONS'],
  ['/v1/token', 'GET, HEAD, OPTIONS'],
  [records, 'GET, HEAD, POST, OPTIONS'],
  [`${records}/x`, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'],
])('%s takes %s and refuses every other method', async (target, allow) => {
  const options = await send([`OPTIONS ${target} HTTP/1.1`, host()])
  expect(statusOf(options)).toBe(204)
  expect(options.toLowerCase()).toContain(`allow: ${allow.toLowerCase()}\r\n`)

  const taken = allow.split(', ')
  // CONNECT is a tunnel: Node closes it, there is nothing to answer.
  for (const method of METHODS.filter((one) => one !== 'CONNECT')) {
    const answer = await send([`${method} ${target} HTTP/1.1`, host(), authorization])
    if (taken.includes(method)) expect([method, statusOf(answer)]).not.toEqual([method, 405])
    else {
      expectProblem(answer, 405)
      expect(answer.toLowerCase()).toContain(`allow: ${allow.toLowerCase()}\r\n`)
    }
  }
})

it('a tunnel is not opened', async () => {
  expect(await send([`CONNECT 127.0.0.1:22 HTTP/1.1`, host()])).not.toContain('200')
})

it('a method cannot be overridden by a header', async () => {
  const made = await world.app.inject({
    method: 'POST',
    url: records,
    headers: {
      authorization: authorization.slice('Authorization: '.length),
      host: host().slice(6),
      'content-type': 'application/json',
    },
    payload: { number: '1' },
  })
  await get(`${records}/${made.json().id}`, 'X-HTTP-Method-Override: DELETE')
  expect(world.memory.records().length).toBe(1)
})

it('headers are refused beyond 64 fields or 8 KiB', async () => {
  const many = Array.from({ length: 70 }, (_, index) => `X-${index}: 1`)
  expectProblem(await get(records, ...many), 431)
  expectProblem(await get(records, `X-Long: ${'a'.repeat(9_000)}`), 431)
})

it.each([
  [
    'both a length and chunks',
    'POST',
    ['Content-Length: 5', 'Transfer-Encoding: chunked'],
    '0\r\n\r\n',
  ],
  ['two lengths', 'POST', ['Content-Length: 5', 'Content-Length: 6'], 'aaaaa'],
  ['a signed length', 'POST', ['Content-Length: +5'], 'aaaaa'],
  ['an odd transfer encoding', 'POST', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
  ['a space before the colon', 'GET', ['X-A : 1'], ''],
  ['a folded header', 'GET', ['X-A: 1\r\n continued'], ''],
  ['a NUL in a header', 'GET', ['X-A: a\0b'], ''],
])('%s is refused, once', async (_name, method, lines, body) => {
  const answer = await send(
    [`${method} ${records} HTTP/1.1`, host(), authorization, ...lines],
    body,
  )
  expectProblem(answer, 400)
})

it('an expectation nobody knows is refused', async () => {
  expectProblem(await get(records, 'Expect: miracles'), 417)
})

it('a body over 1 MiB is refused while it arrives, however it is sent', async () => {
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  const head = [`POST ${records} HTTP/1.1`, host(), authorization, 'Content-Type: application/json']
  expectProblem(await send([...head, 'Transfer-Encoding: chunked'], chunk.repeat(17)), 413)
  expectProblem(await send([...head, 'Content-Length: 1048577'], 'x'.repeat(1_048_577)), 413)
})

it('an upgrade is not followed', async () => {
  const answer = await send([
    `GET /healthz HTTP/1.1`,
    host(),
    'Upgrade: websocket',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ])
  expect(answer).not.toContain(' 101 ')
})
