import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { NewToken } from '../../electron/contract/token'
import { openDescribedWorld, programOf, quiet } from './described-world'
import { freePort } from './free-port'

const parcels = '/v1/entities/parcels/records'
const bills = '/v1/entities/bills/records'

test('Prism, between a caller and the gateway, finds every call and answer as described', async () => {
  const world = await openDescribedWorld()
  const proxy = await startPrism(world.file, world.baseUrl, '--errors')
  const { call, seen } = callsThrough(proxy, world.authorization)

  await readWhatIsFixed(call)
  await changeRecords(call)
  await listRecords(call)
  await safeWrites(call)
  await beRefused(call, world)
  expect(seen.filter((one) => one.violations !== null)).toEqual([])
  const operations = Object.values(world.document.paths).flatMap((path) =>
    Object.keys(path).filter((method) => method !== 'parameters'),
  )
  // customers, parcels and bills have seven operations each, the gateway five.
  expect(operations).toHaveLength(3 * 7 + 5)
  expect(new Set(seen.map(({ status }) => status))).toEqual(
    new Set([200, 201, 204, 304, 400, 401, 403, 404, 409, 412, 422, 428, 429]),
  )
})

test('what the description forbids is refused by the gateway too, as the problems that it names', async () => {
  const world = await openDescribedWorld()
  const proxy = await startPrism(world.file, world.baseUrl)
  const { call, seen } = callsThrough(proxy, world.authorization)
  const number = { number: 'P-1' }
  const wrong: [Parameters<Call>, number][] = [
    [['POST', parcels, { number: 'P' }], 422],
    [['POST', parcels, {}], 422],
    [['POST', parcels, { number: null }], 422],
    [['POST', parcels, { ...number, more: 1 }], 422],
    [['POST', parcels, { ...number, pieces: 1.5 }], 422],
    [['POST', parcels, { ...number, pieces: 10_001 }], 422],
    [['POST', parcels, { ...number, total: 12 }], 422],
    [['POST', parcels, { ...number, total: '1.234' }], 422],
    [['POST', parcels, { ...number, due: '2027-02-30' }], 422],
    [['POST', parcels, { ...number, shipped_at: '2027-02-28' }], 422],
    [['POST', parcels, { ...number, trace: 'x' }], 422],
    [['POST', parcels, { ...number, contact: 'nobody' }], 422],
    [['POST', parcels, { ...number, tracking: 'ftp://x' }], 422],
    [['POST', parcels, { ...number, status: 'gone' }], 422],
    [['POST', parcels, { ...number, label: '?' }], 422],
    [['POST', parcels, { ...number, customer: 'a b' }], 422],
    [['POST', parcels, { ...number, fragile: 'yes' }], 422],
    [['POST', parcels, [number]], 422],
    [['POST', `${parcels}:batch`, { records: [] }], 400],
    [['GET', `${parcels}?limit=0`], 400],
    [['GET', `${parcels}?limit=1001`], 400],
    [['GET', `${parcels}?order=remarks`], 400],
    [['GET', `${parcels}?where.pieces=x`], 400],
    [['PUT', `${parcels}/x`, number, { 'if-none-match': '"3"' }], 400],
    [['POST', bills, { number: '1' }], 400],
    [['PATCH', `${bills}/x`, { number: '1' }], 428],
    [['DELETE', `${bills}/x`], 428],
  ]
  for (const [request, status] of wrong) {
    const answer = await call(...request)
    expect([request, answer.status, answer.body['status']]).toEqual([request, status, status])
  }
  for (const { violations, request } of seen) {
    const told = JSON.parse(violations ?? '[]') as { location: string[] }[]
    expect([request, told.map(({ location }) => location[0])]).toEqual([
      request,
      told.map(() => 'request'),
    ])
    expect([request, told.length > 0]).toEqual([request, true])
  }
})

test('a description that is wrong about an answer is found out', async () => {
  const world = await openDescribedWorld()
  const wrong = structuredClone(world.document)
  wrong.components.schemas['parcels.record']!.properties['version'] = { type: 'string' }
  const file = join(world.folder, 'wrong.json')
  writeFileSync(file, JSON.stringify(wrong))
  const proxy = await startPrism(file, world.baseUrl, '--errors')
  const { call } = callsThrough(proxy, world.authorization)
  const answer = await call('POST', parcels, { number: 'P-1' })
  expect(answer).toMatchObject({ status: 500, body: { title: 'Request/Response not valid' } })
})

async function readWhatIsFixed(call: Call) {
  expect((await call('GET', '/v1/token')).body).toMatchObject({ user: 'Integrator' })
  expect((await call('GET', '/healthz')).body).toEqual({ status: 'ok' })
  expect((await call('GET', '/readyz')).body).toEqual({ status: 'ready' })
  expect((await call('GET', '/metrics')).status).toBe(200)
  const { body, headers } = await call('GET', '/openapi.json')
  expect(body['openapi']).toBe('3.1.0')
  const tag = { 'if-none-match': headers.get('etag')! }
  expect((await call('GET', '/openapi.json', undefined, tag)).status).toBe(304)
}

async function changeRecords(call: Call) {
  const customer = (await call('POST', '/v1/entities/customers/records', { number: 'C-1' })).body
  const whole = {
    number: 'P-100',
    remarks: 'Line one\nline two \u{1F600}',
    pieces: 3,
    total: '012.5',
    rate: '-0.25',
    weight: 1.5e-3,
    fragile: true,
    due: '2028-02-29',
    shipped_at: '2027-03-31T10:30:00+02:00',
    trace: '0190B8A2-7C1E-7A51-9D0B-3A0C52B4F7D1',
    contact: 'zoë@exämple.org',
    tracking: 'https://example.com/{x}|"y"',
    status: 'he said "no"',
    extra: [{ a: null }, 1, 'x', true],
    label: Buffer.from('label').toString('base64'),
    customer: customer['id'],
  }
  const created = await call('POST', parcels, whole)
  expect(created.body['data']).toMatchObject({
    total: '12.50',
    shipped_at: '2027-03-31T08:30:00.000Z',
  })
  const one = `${parcels}/${String(created.body['id'])}`
  const etag = created.headers.get('etag')!
  expect((await call('GET', one)).body).toEqual(created.body)
  expect((await call('GET', one, undefined, { 'if-none-match': etag })).status).toBe(304)

  const nothing = Object.fromEntries(Object.keys(whole).map((name) => [name, null]))
  const bare = { ...nothing, number: 'P-101', pieces: 1 }
  expect((await call('PUT', one, bare, { 'if-match': etag })).body['data']).toEqual({
    number: 'P-101',
    pieces: 1,
  })
  expect((await call('PUT', one, bare, { 'if-match': etag })).status).toBe(412)
  const patch = { 'content-type': 'application/merge-patch+json' }
  expect((await call('PATCH', one, { extra: { a: 1 } }, patch)).status).toBe(200)
  expect((await call('PATCH', one, { extra: { b: 2 }, due: null })).body['data']).toMatchObject({
    extra: { a: 1, b: 2 },
  })
  const own = `${parcels}/of-my-own~1`
  const onlyNew = { 'if-none-match': '*' }
  expect((await call('PUT', own, { number: 'P-102' }, onlyNew)).status).toBe(201)
  expect((await call('PUT', own, { number: 'P-102' }, onlyNew)).status).toBe(412)
  expect((await call('DELETE', own, undefined, { 'if-match': '"9"' })).status).toBe(412)
  expect((await call('DELETE', own)).status).toBe(204)
  expect((await call('GET', own)).status).toBe(404)
}

async function listRecords(call: Call) {
  const records = Array.from({ length: 7 }, (_, index) => ({
    number: `L-${index}`,
    pieces: index + 1,
    weight: index / 2,
    status: 'packed & sealed',
    total: `${index}.10`,
  }))
  const batch = await call('POST', `${parcels}:batch`, { records })
  expect(batch.body['items']).toHaveLength(7)

  const query = new URLSearchParams({
    'where.status': 'packed & sealed',
    order: '-total',
    limit: '3',
  })
  const numbers: string[] = []
  for (let next: string | null = `?${query.toString()}`; next !== null;) {
    const { body, headers } = await call('GET', `${parcels}${next}`)
    const items = body['items'] as { data: { number: string } }[]
    numbers.push(...items.map(({ data }) => data.number))
    next = /<[^?]*(\?[^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null
  }
  expect(numbers).toEqual(['L-6', 'L-5', 'L-4', 'L-3', 'L-2', 'L-1', 'L-0'])
  for (const condition of [
    'where.pieces=2',
    'where.weight=0.5',
    'where.total=1.10',
    'where.number=L-1',
    'where.fragile=false&where.status=packed%20%26%20sealed&where.pieces=2',
  ])
    expect((await call('GET', `${parcels}?${condition}`)).body['items']).toHaveLength(1)
  for (const condition of [
    'where.due=2027-03-31',
    'where.shipped_at=2027-03-31T08:30:00Z',
    'where.contact=a@b',
    'where.customer=nobody',
    'where.trace=0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d2',
  ])
    expect((await call('GET', `${parcels}?${condition}`)).body['items']).toEqual([])
  expect((await call('GET', `${parcels}?cursor=wrong`)).status).toBe(400)
}

async function safeWrites(call: Call) {
  const key = { 'idempotency-key': '"8e03978e 40d5"' }
  const first = await call('POST', bills, { number: 'B-1' }, key)
  const again = await call('POST', bills, { number: 'B-1' }, key)
  expect([again.status, again.body]).toEqual([201, first.body])
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect((await call('POST', bills, { number: 'B-2' }, key)).status).toBe(422)
  const bill = `${bills}/${String(first.body['id'])}`
  expect((await call('PUT', bill, { number: 'B-3' })).status).toBe(428)
  const match = { 'if-match': first.headers.get('etag')! }
  expect((await call('PUT', bill, { number: 'B-3' }, match)).status).toBe(200)
  expect((await call('DELETE', bill, undefined, match)).status).toBe(412)
}

type Described = Awaited<ReturnType<typeof openDescribedWorld>>

async function beRefused(call: Call, { house, entities }: Described) {
  const taken = await call('POST', parcels, { number: 'P-101' })
  expect(taken).toMatchObject({ status: 409, body: { errors: [{ pointer: '#/number' }] } })
  // A limit that no schema can state.
  expect((await call('POST', parcels, { number: 'P-9', due: '1999-12-31' })).status).toBe(422)

  const unknown = { authorization: 'Bearer kws_unknown' }
  expect((await call('GET', parcels, undefined, unknown)).status).toBe(401)
  const { users, tokens } = house
  const user = await users.create({
    kind: 'service_account',
    username: 'reader',
    displayName: 'Reader',
    signIn: null,
  })
  const { secret } = await tokens.create(
    NewToken.parse({
      userId: user.id,
      name: 'Reads a little',
      expiry: { kind: 'days', days: 1, zone: 'UTC' },
      grants: [{ entityId: entities.parcels.id, permissions: ['read'] }],
      callsPerMinute: 2,
    }),
  )
  const reader = { authorization: `Bearer ${secret}` }
  expect((await call('POST', parcels, { number: 'P-9' }, reader)).status).toBe(403)
  const answers = [
    await call('GET', parcels, undefined, reader),
    await call('GET', parcels, undefined, reader),
    await call('GET', parcels, undefined, reader),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
}

type Answer = { status: number; headers: Headers; body: Record<string, unknown> }
type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** Calls through the proxy, and what it noticed about each of them. */
function callsThrough(proxy: string, authorization: string) {
  const seen: { request: string; status: number; violations: string | null }[] = []
  const call: Call = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${proxy}${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    const said = (isJson && text !== '' ? JSON.parse(text) : {}) as Answer['body']
    const isPrism = String(said['type']).includes('stoplight.io')
    seen.push({
      request: `${method} ${path}`,
      status: answer.status,
      violations: answer.headers.get('sl-violations') ?? (isPrism ? text : null),
    })
    return { status: answer.status, headers: answer.headers, body: said }
  }
  return { call, seen }
}

/** The proxy's address, once it listens; it ends with the test. */
async function startPrism(file: string, upstream: string, ...options: string[]): Promise<string> {
  const port = await freePort()
  const prism = spawn(
    process.execPath,
    [
      programOf('@stoplight', 'prism-cli', 'dist', 'index.js'),
      ...['proxy', file, upstream, '--host', '127.0.0.1', '--port', String(port), ...options],
    ],
    { env: quiet, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise((resolve) => prism.once('exit', resolve))
  onTestFinished(async () => {
    prism.kill()
    await ended
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const heard = (part: Buffer) => {
      said += part.toString()
      if (said.includes('Prism is listening')) resolve()
    }
    prism.stdout.on('data', heard)
    prism.stderr.on('data', heard)
    prism.once('exit', () => reject(new Error(`Prism ended: ${said}`)))
  })
  return `http://127.0.0.1:${port}`
}
