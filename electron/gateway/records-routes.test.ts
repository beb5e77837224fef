import { expect, it } from 'vitest'
import type { Grant } from '../contract/permission'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'

const invoices = '/v1/entities/invoices/records'
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

function caller(world: GatewayWorld, grants: Grant[] = [world.everything]) {
  const { authorization } = world.issue(grants)
  return (method: Method, url: string, body?: unknown, headers: Record<string, string> = {}) =>
    world.app.inject({
      method,
      url,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : {
            payload:
              typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
          }),
    })
}

const stored = (world: GatewayWorld) => world.memory.records().map(({ data }) => data)

it('a record is created, read, replaced, changed and deleted', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)

  const created = await call('POST', invoices, { number: 'A-1', total: '10.00' })
  expect(created.statusCode).toBe(201)
  const { id } = created.json()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(created.headers).toMatchObject({ location: `${invoices}/${id}`, etag: '"1"' })
  const at = '2027-03-31T12:00:00.000Z'
  expect(created.json()).toEqual({
    id,
    version: 1,
    created_at: at,
    updated_at: at,
    data: { number: 'A-1', total: '10' },
  })
  expect(world.memory.records().find((one) => one.id === id)?.createdBy).toBe('web-shop')

  world.clock.now += 1000
  const replaced = await call('PUT', `${invoices}/${id}`, { number: 'A-2' })
  expect(replaced.json()).toMatchObject({
    version: 2,
    created_at: at,
    updated_at: '2027-03-31T12:00:01.000Z',
    data: { number: 'A-2' },
  })

  const patched = await call('PATCH', `${invoices}/${id}`, { pieces: 3 })
  expect(patched.headers['etag']).toBe('"3"')
  expect((await call('GET', `${invoices}/${id}`)).json()).toEqual(patched.json())
  expect(patched.json().data).toEqual({ number: 'A-2', pieces: 3 })

  const deleted = await call('DELETE', `${invoices}/${id}`)
  expect([deleted.statusCode, deleted.body]).toEqual([204, ''])
  expect((await call('GET', `${invoices}/${id}`)).statusCode).toBe(404)
  expect(stored(world)).toEqual([])
})

it('pages follow each other by cursor until there is none', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  for (const number of ['1', '2', '3', '4', '5']) await call('POST', invoices, { number })

  const seen: string[] = []
  let url: string | null = `${invoices}?limit=2`
  let pages = 0
  while (url) {
    const page = await call('GET', url)
    seen.push(...page.json().items.map((item: { data: { number: string } }) => item.data.number))
    const cursor: string | null = page.json().next_cursor
    url = cursor && `${invoices}?limit=2&cursor=${cursor}`
    expect(page.headers['link']).toBe(url ? `<${url}>; rel="next"` : undefined)
    pages += 1
  }
  expect([seen, pages]).toEqual([['1', '2', '3', '4', '5'], 3])
  expect((await call('GET', `${invoices}?limit=5`)).json().next_cursor).toBeNull()
})

const insert = (world: GatewayWorld, id: string, number: string) =>
  world.memory.data.records.insert([
    { entity: world.invoices, id, data: { number }, at: 0, by: 'test' },
  ])

it('a page ends at 4 MiB, or after one record, and its cursor leads on', async () => {
  const world = await createGatewayWorld()
  const ids = Array.from({ length: 150 }, (_, index) => String(index).padStart(3, '0'))
  const sizeOf = (id: string) => (id === '149' ? 5_000_000 : 60_000)
  for (const id of ids) await insert(world, id, 'x'.repeat(sizeOf(id)))

  const call = caller(world)
  const pages: string[][] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await call('GET', `${invoices}?limit=1000${cursor && `&cursor=${cursor}`}`)
    pages.push(page.json().items.map((item: { id: string }) => item.id))
    cursor = page.json().next_cursor
  }
  expect(pages.flat()).toEqual(ids)
  expect(pages.map((page) => page.length)).toEqual([69, 69, 11, 1])
})

it.each([
  [127, 127, 1],
  [128, 128, 1],
  [129, 128, 2],
  [300, 1000, 1],
  [300, 299, 2],
])('%i small records, asked for %i at a time, are %i pages', async (count, limit, pages) => {
  const world = await createGatewayWorld()
  for (let index = 0; index < count; index++) await insert(world, `${1000 + index}`, '1')
  const call = caller(world)
  const first = (await call('GET', `${invoices}?limit=${limit}`)).json()
  expect(first.items).toHaveLength(Math.min(count, limit))
  expect(first.next_cursor === null).toBe(pages === 1)
})

it('a cursor that was changed, or made for another entity, is refused', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  for (const number of ['1', '2']) await call('POST', invoices, { number })
  const cursor = (await call('GET', `${invoices}?limit=1`)).json().next_cursor as string
  const forged = Buffer.from('{"v":1,"e":1,"a":""}').toString('base64url')
  const bad = [
    `/v1/entities/orders/records?cursor=${cursor}`,
    `${invoices}?cursor=${cursor.slice(0, -2)}`,
    `${invoices}?cursor=${cursor}.x`,
    `${invoices}?cursor=${forged}.${cursor.split('.')[1]}`,
    `${invoices}?cursor=x`,
    `${invoices}?cursor=`,
  ]
  for (const url of bad) {
    const answer = await call('GET', url)
    expect([url, answer.statusCode]).toEqual([url, 400])
    expect(answer.json().type).toBe('urn:keyward:problem:invalid-cursor')
  }
})

it.each([
  'limit=0',
  'limit=1001',
  'limit=-1',
  'limit=1.5',
  'limit=x',
  'limit=',
  'limit=1&limit=2',
  'where=1',
  'where.number=1&where.number=2',
  'cursor=a&cursor=b',
])('a list with %s is refused rather than understood otherwise', async (query) => {
  const answer = await caller(await createGatewayWorld())('GET', `${invoices}?${query}`)
  expect(answer.json()).toMatchObject({ status: 400, type: 'urn:keyward:problem:invalid-query' })
})

it('HEAD answers as GET without the body', async () => {
  const world = await createGatewayWorld()
  const call = caller(world, [world.on(world.invoices, 'read')])
  const [get, head] = [await call('GET', invoices), await call('HEAD', invoices)]
  expect([head.statusCode, head.body]).toEqual([200, ''])
  expect(head.headers['content-length']).toBe(get.headers['content-length'])
})

it.each<[Method, 'read' | 'write' | 'delete']>([
  ['GET', 'read'],
  ['HEAD', 'read'],
  ['POST', 'write'],
  ['PUT', 'write'],
  ['PATCH', 'write'],
  ['DELETE', 'delete'],
])('%s needs the permission %s and no other', async (method, needed) => {
  const world = await createGatewayWorld()
  const made = await caller(world)('POST', invoices, { number: '1' })
  const url = method === 'POST' ? invoices : `${invoices}/${made.json().id}`
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? { number: '2' } : undefined
  const before = JSON.stringify(stored(world))
  for (const given of ['read', 'write', 'delete'] as const) {
    if (given === needed) continue
    const answer = await caller(world, [world.on(world.invoices, given)])(method, url, body)
    expect([given, answer.statusCode]).toEqual([given, 403])
    expect(answer.headers['www-authenticate']).toContain(`scope="invoices:${needed}"`)
  }
  expect(JSON.stringify(stored(world))).toBe(before)
  const allowed = await caller(world, [world.on(world.invoices, needed)])(method, url, body)
  expect(allowed.statusCode).toBeLessThan(300)
})

it('a body is not even read for a caller who may not write', async () => {
  const world = await createGatewayWorld()
  const call = caller(world, [world.on(world.invoices, 'read')])
  expect((await call('POST', invoices, 'this is not JSON')).statusCode).toBe(403)
})

it('a record of one entity cannot be reached through another', async () => {
  const world = await createGatewayWorld()
  const { id } = (await caller(world)('POST', invoices, { number: '1' })).json()
  const call = caller(world, [world.on(world.orders, 'read', 'write', 'delete')])
  const other = `/v1/entities/orders/records/${id}`
  expect((await call('GET', other)).statusCode).toBe(404)
  expect((await call('PUT', other, { number: '2' })).statusCode).toBe(404)
  expect((await call('PATCH', other, { number: '2' })).statusCode).toBe(404)
  expect((await call('DELETE', other)).statusCode).toBe(404)
  expect(stored(world)).toEqual([{ number: '1' }])
})

it.each(['PUT', 'PATCH', 'DELETE'] as const)(
  '%s with If-Match changes the version it names and no other',
  async (method) => {
    const world = await createGatewayWorld()
    const call = caller(world)
    const { id } = (await call('POST', invoices, { number: '1' })).json()
    const url = `${invoices}/${id}`
    const body = method === 'DELETE' ? undefined : { number: '2' }
    for (const tag of ['"2"', 'W/"1"', '"x"', '"2", "3"', '"1,1"', '""']) {
      const answer = await call(method, url, body, { 'if-match': tag })
      expect([tag, answer.statusCode]).toEqual([tag, 412])
    }
    expect(stored(world)).toEqual([{ number: '1' }])
    const done = await call(method, url, body, { 'if-match': '"7", "1"' })
    expect(done.statusCode).toBe(method === 'DELETE' ? 204 : 200)
    expect(stored(world)).toEqual(method === 'DELETE' ? [] : [{ number: '2' }])
  },
)

it.each(['1', '', '"1', '1"', '"a b"', '*, "1"', '"2" "1"', 'w/"1"', 'etag'])(
  'If-Match: %s is no entity tag, and changes nothing',
  async (tag) => {
    const world = await createGatewayWorld()
    const call = caller(world)
    const { id } = (await call('POST', invoices, { number: '1' })).json()
    const answer = await call('PUT', `${invoices}/${id}`, { number: '2' }, { 'if-match': tag })
    expect(answer.json()).toMatchObject({
      status: 400,
      type: 'urn:keyward:problem:invalid-if-match',
    })
    expect(stored(world)).toEqual([{ number: '1' }])
  },
)

it('If-Match: * changes any version, and nothing that is not there', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const { id } = (await call('POST', invoices, { number: '1' })).json()
  const any = { 'if-match': '*' }
  expect((await call('PUT', `${invoices}/${id}`, { number: '2' }, any)).statusCode).toBe(200)
  expect((await call('PUT', `${invoices}/none`, { number: '2' }, any)).statusCode).toBe(404)
})

it('a record that does not fit gets every error at once, and nothing is saved', async () => {
  const world = await createGatewayWorld()
  const answer = await caller(world)('POST', invoices, { total: 1, pieces: 'x', other: 1 })
  expect(answer.statusCode).toBe(422)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toMatchObject({
    type: 'urn:keyward:problem:invalid-record',
    status: 422,
    errors: [
      { pointer: '#/other', code: 'unknown_field' },
      { pointer: '#/number', code: 'required' },
      { pointer: '#/total', code: 'type' },
      { pointer: '#/pieces', code: 'type' },
    ],
  })
  expect(answer.json().instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(stored(world)).toEqual([])
})

it.each<[string, unknown, Record<string, string>, number]>([
  ['that is no JSON', '{"number":', {}, 400],
  ['that is empty', '', {}, 400],
  ['that is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400],
  [
    'of another media type',
    'number=1',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
  ],
  [
    'of a patch sent by POST',
    { number: '1' },
    { 'content-type': 'application/merge-patch+json' },
    415,
  ],
  ['without a media type', '{}', { 'content-type': '' }, 415],
  ['that is compressed', { number: '1' }, { 'content-encoding': 'gzip' }, 415],
  ['that is null', 'null', {}, 422],
  ['that is an array', [], {}, 422],
  ['with __proto__', '{"number":"1","__proto__":{"x":1}}', {}, 400],
  ['over 1 MiB', JSON.stringify({ number: 'x'.repeat(1_048_577) }), {}, 413],
  ['over 64 KiB as a record', { number: 'x'.repeat(65_536) }, {}, 422],
  ['nested 100 000 deep', '['.repeat(100_000) + ']'.repeat(100_000), {}, 400],
  ['with a key twice', '{"number":"1","number":"2"}', {}, 400],
  ['with a key twice in two spellings', '{"number":"1","n\\u0075mber":"2"}', {}, 400],
  ['with a number beyond all numbers', '{"number":"1","pieces":1e309}', {}, 400],
  ['with a trailing comma', '{"number":"1",}', {}, 400],
  ['with a byte order mark', '\ufeff{"number":"1"}', {}, 400],
  ['in UTF-16', Buffer.from('{"number":"1"}', 'utf16le'), {}, 400],
  ['that ends in its middle', '{"number":"1', {}, 400],
])('a body %s is refused', async (_name, body, headers, status) => {
  const world = await createGatewayWorld()
  const answer = await caller(world)('POST', invoices, body, headers)
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ status })
  expect(answer.body).not.toMatch(/\\n *at |node_modules|SyntaxError|Unexpected/)
  expect(stored(world)).toEqual([])
})

it('a call to change something without a body is refused', async () => {
  const world = await createGatewayWorld()
  expect((await caller(world)('POST', invoices)).statusCode).toBe(400)
})

it('a delete that names a media type for its empty body is a delete', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const { id } = (await call('POST', invoices, { number: '1' })).json()
  const json = { 'content-type': 'application/json' }
  expect((await call('DELETE', `${invoices}/${id}`, undefined, json)).statusCode).toBe(204)
})

it('a patch may also be sent as application/merge-patch+json', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const { id } = (await call('POST', invoices, { number: '1', pieces: 2 })).json()
  const answer = await call(
    'PATCH',
    `${invoices}/${id}`,
    { pieces: null },
    {
      'content-type': 'application/merge-patch+json',
    },
  )
  expect(answer.json().data).toEqual({ number: '1' })
})

it('a record that everybody changes at once is a conflict after some tries', async () => {
  const world = await createGatewayWorld()
  const call = caller(world)
  const { id } = (await call('POST', invoices, { number: '1' })).json()
  world.memory.data.records.replace = async () => 'changed_meanwhile'
  const patched = await call('PATCH', `${invoices}/${id}`, { number: '2' })
  expect(patched.json()).toMatchObject({ status: 409, type: 'urn:keyward:problem:conflict' })
})

it('a fault of ours says nothing about itself to the caller, and everything to the log', async () => {
  const world = await createGatewayWorld()
  world.memory.data.records.get = async () => {
    throw new Error('SQLITE_IOERR: /home/somebody/gateway.db')
  }
  const answer = await caller(world)('GET', `${invoices}/x`)
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toMatch(/SQLITE|home|gateway\.db/)
  expect(world.reported).toMatchObject([{ message: 'SQLITE_IOERR: /home/somebody/gateway.db' }])
})

it('a field of JSON holds any JSON, and a merge patch changes what is inside it', async () => {
  const world = await createGatewayWorld()
  await world.addEntity('notes', {
    fields: [{ name: 'extra', title: 'Extra', type: 'json', required: false }],
  })
  const notes = '/v1/entities/notes/records'
  const call = caller(world)
  for (const extra of [{ a: { b: 1, c: 2 }, d: [1] }, [null], 1.5, false, 'text'])
    expect((await call('POST', notes, { extra })).json().data).toEqual({ extra })

  const { id } = world.memory.records()[0]!
  const patched = await call('PATCH', `${notes}/${id}`, {
    extra: { a: { b: null }, d: { e: null } },
  })
  expect(patched.json().data).toEqual({ extra: { a: { c: 2 }, d: {} } })
  expect(stored(world)[0]).toEqual({ extra: { a: { c: 2 }, d: {} } })
  expect((await call('PATCH', `${notes}/${id}`, { extra: null })).json().data).toEqual({})
})
