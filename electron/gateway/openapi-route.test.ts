import { expect, it } from 'vitest'
import type { FieldDraft } from '../contract/field'
import { everyField, parcels } from '../services/every-field.fixture'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'
import { limits } from './limits'
import { problemDocument, problems, type ProblemName } from './problems'
import { methodsAt } from './resources'

type Schema = {
  type: string | string[]
  properties: Record<string, Record<string, unknown>>
  required?: string[]
}
type Operation = {
  operationId: string
  parameters: ({ name: string } | { $ref: string })[]
  responses: Record<string, object>
}
type Document = {
  info: { description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    responses: Record<string, { content: Record<string, { examples: Record<string, object> }> }>
  }
}

const get = (world: GatewayWorld, authorization?: string, more: Record<string, string> = {}) =>
  world.app.inject({
    method: 'GET',
    url: '/openapi.json',
    headers: { ...(authorization && { authorization }), ...more },
  })

async function describe(world: GatewayWorld, authorization: string) {
  const answer = await get(world, authorization)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  return {
    text: answer.body,
    document: answer.json<Document>(),
    tag: String(answer.headers['etag']),
  }
}

/** `GET /v1/…` of everything that has to do with an entity. */
const callsIn = ({ paths }: Document) =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/entities'))
    .flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path.slice('/v1/entities/'.length)}`),
    )

it('a token that may only read one of two entities is shown exactly that', async () => {
  const world = await createGatewayWorld()
  await world.addEntity('salaries', {
    fields: [{ name: 'amount', title: 'Amount', type: 'decimal', required: true }],
  })
  const { authorization } = world.issue([world.on(world.invoices, 'read')])
  const { document, text } = await describe(world, authorization)
  expect(callsIn(document)).toEqual(['GET invoices/records', 'GET invoices/records/{id}'])
  expect(Object.keys(document.components.schemas)).toEqual([
    'invoices.data',
    'invoices.record',
    'invoices.page',
    'Problem',
    'Token',
  ])
  expect(document.tags.map(({ name }) => name)).toEqual(['invoices', 'gateway'])
  expect(text).not.toMatch(/salaries|Amount/)
})

it('what a token is shown is what its grants and the access of its user both allow', async () => {
  const world = await createGatewayWorld()
  const access = [world.on(world.invoices, 'write'), world.on(world.orders, 'delete')]
  const { authorization } = world.issue([world.everything], { access })
  const { document } = await describe(world, authorization)
  expect(callsIn(document)).toEqual([
    'POST invoices/records',
    'POST invoices/records:batch',
    'PUT invoices/records/{id}',
    'PATCH invoices/records/{id}',
    'DELETE orders/records/{id}',
  ])
  const nothing = world.issue([world.everything], { access: [] })
  expect(callsIn((await describe(world, nothing.authorization)).document)).toEqual([])
})

it('only a token that works now is shown anything', async () => {
  const world = await createGatewayWorld()
  const { authorization, tokenId } = world.issue([world.everything])
  await describe(world, authorization)
  expect((await get(world)).statusCode).toBe(401)
  expect((await get(world, 'Bearer kws_wrong')).statusCode).toBe(401)
  world.changeSilently(tokenId, { revokedAt: 1 })
  world.memory.changed()
  expect((await get(world, authorization)).json()).toMatchObject({ status: 401 })
})

it('the description is the same until the registry or the rights change, and then at once another', async () => {
  const world = await createGatewayWorld()
  const reading = world.on(world.invoices, 'read')
  const [one, other] = [world.issue([reading]), world.issue([reading])]
  const first = await describe(world, one.authorization)
  expect(await describe(world, other.authorization)).toEqual(first)
  const known = { 'if-none-match': `"other", W/${first.tag}` }
  const unchanged = await get(world, one.authorization, known)
  expect([unchanged.statusCode, unchanged.body, unchanged.headers['etag']]).toEqual([
    304,
    '',
    first.tag,
  ])
  expect(unchanged.headers).toMatchObject({ vary: 'Authorization', 'cache-control': 'no-store' })
  expect((await get(world, one.authorization, { 'if-none-match': '*' })).statusCode).toBe(304)
  expect((await get(world, one.authorization, { 'if-none-match': 'x' })).statusCode).toBe(400)

  const everything = world.issue([world.everything])
  expect((await describe(world, everything.authorization)).tag).not.toBe(first.tag)
  await world.addEntity('later', { fields: everyField(world.invoices.id) })
  expect((await get(world, one.authorization, known)).statusCode).toBe(304)
  const { document } = await describe(world, everything.authorization)
  expect(document.components.schemas).toHaveProperty(['later.data'])

  await world.memory.retitle(world.invoices, 'Bills')
  const changed = await get(world, one.authorization, known)
  expect([changed.statusCode, changed.body.includes('List records of Bills')]).toEqual([200, true])
})

it('an entity is described with all that its fields say', async () => {
  const world = await createGatewayWorld()
  const customers = await world.addEntity('customers', {
    fields: [{ name: 'name', title: 'Name', type: 'string', required: true }],
  })
  const { fields, title } = parcels(customers.id)
  await world.addEntity('parcels', {
    title,
    fields,
    idempotencyKey: 'required',
    ifMatch: 'required',
    maxRecordBytes: 1234,
  })
  const { document } = await describe(world, world.issue([world.everything]).authorization)
  const {
    [`parcels.data`]: kept,
    [`parcels.new`]: sent,
    [`parcels.patch`]: patch,
  } = document.components.schemas
  expect(kept!.required).toEqual(['number', 'pieces'])
  expect(sent!.required).toEqual(['number'])
  expect(patch!.required).toBeUndefined()
  expect(sent).toHaveProperty('additionalProperties', false)
  expect(sent!.properties).toMatchObject({
    number: { type: 'string', minLength: 2, maxLength: 40 },
    pieces: { type: 'integer', minimum: 1, maximum: 10_000, default: 1 },
    total: { type: ['string', 'null'], maxLength: 64 },
    weight: { type: ['number', 'null'], minimum: 0 },
    due: { type: ['string', 'null'], format: 'date' },
    shipped_at: { type: ['string', 'null'], format: 'date-time' },
    trace: { type: ['string', 'null'], format: 'uuid' },
    contact: { 'x-sensitive': true, maxLength: 254 },
    tracking: { deprecated: true, maxLength: 200 },
    status: { enum: ['new', 'packed & sealed', 'he said "no"', '<lost>', null], default: 'new' },
    label: { contentEncoding: 'base64', minLength: 4, maxLength: 88 },
  })
  expect(kept!.properties['status']).toMatchObject({ type: 'string', enum: fields[12]!.values })
  expect(kept!.properties['pieces']).not.toHaveProperty('default')
  const words = (name: string) => sent!.properties[name]!['description']
  expect(words('contact')).toBe(
    'Whom to write to. An e-mail address. Lists can be filtered and ordered by it. Sensitive: keep it out of logs and exports.',
  )
  expect(words('total')).toContain('with 2 digits behind the point. At least 0.')
  expect(words('due')).toContain('At least 2020-01-01. At most 2099-12-31.')
  expect(words('customer')).toContain('The id of a record of customers.')

  const { get: list, post } = document.paths['/v1/entities/parcels/records']!
  const indexed = fields.filter((field) => field.indexed).map(({ name }) => name)
  const named = list!.parameters.filter((one): one is { name: string } => 'name' in one)
  expect(named.map(({ name }) => name)).toEqual(['order', ...indexed.map((one) => `where.${one}`)])
  expect(named[0]).toMatchObject({ schema: { enum: expect.arrayContaining(['-total', 'due']) } })
  expect(post!.parameters).toEqual([{ $ref: '#/components/parameters/idempotencyKeyRequired' }])
  const { put, patch: change } = document.paths['/v1/entities/parcels/records/{id}']!
  expect(change!.parameters).toEqual([{ $ref: '#/components/parameters/ifMatchRequired' }])
  expect(Object.keys(put!.responses)).toEqual(
    expect.arrayContaining(['401', '403', '412', '428', '429', '503', '4XX']),
  )
  expect(put).toHaveProperty('description', expect.stringContaining('1234 bytes'))
})

it('a field that points to an entity which the token may not use does not tell its name', async () => {
  const world = await createGatewayWorld()
  const secret = await world.addEntity('secret_plans', {
    fields: [{ name: 'plan', title: 'Plan', type: 'string', required: true }],
  })
  const open = await world.addEntity('open', {
    fields: [{ name: 'plan', title: 'Plan', type: 'ref', required: false, entityId: secret.id }],
  })
  const { text } = await describe(world, world.issue([world.on(open, 'read')]).authorization)
  expect(text).toContain('The id of a record of another entity.')
  expect(text).not.toContain('secret_plans')
})

it('words of people stay words, in whatever they are shown', async () => {
  const world = await createGatewayWorld()
  await world.addEntity('parcels', {
    title: '</script><script>alert(1)</script> "quoted" \\ `x`',
    fields: everyField(world.invoices.id),
  })
  const { document } = await describe(world, world.issue([world.everything]).authorization)
  const inMarkdown: string[] = []
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'description' && typeof value === 'string') inMarkdown.push(value)
    return value
  })
  expect(inMarkdown.join('\n')).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; "quoted" \\\\ \\`x\\`',
  )
  const theirs = inMarkdown.filter((words) => words.includes('alert'))
  // The title of the entity and of a field, and a field's description.
  expect(theirs.length).toBeGreaterThanOrEqual(3)
  expect(theirs.join('\n')).not.toMatch(/<|(?<!\\)[`[*|]/)
  const { summary } = document.paths['/v1/entities/parcels/records']!['get'] as never
  expect(summary).toBe('List records of </script><script>alert(1)</script> "quoted" \\ `x`')
})

it('an entity with as many fields as there may be is described in full', async () => {
  const world = await createGatewayWorld()
  const fields = Array.from({ length: 200 }, (_, index): Omit<FieldDraft, 'id'> => ({
    name: `field_${index}`,
    title: `"${'<&>'.repeat(39)}${index % 10}`,
    type: 'string',
    required: index % 2 === 0,
    indexed: index < 16,
    description: '<'.repeat(500),
  }))
  await world.addEntity('wide', { fields })
  const { document } = await describe(world, world.issue([world.everything]).authorization)
  expect(Object.keys(document.components.schemas['wide.data']!.properties)).toHaveLength(200)
  const { parameters } = document.paths['/v1/entities/wide/records']!['get']!
  expect(parameters).toHaveLength(16 + 3)
})

it('what is described exists: its addresses, its limits, and every problem of the registry', async () => {
  const world = await createGatewayWorld()
  world.listening.port = 7878
  const { authorization } = world.issue([world.everything])
  const answer = await get(world, authorization, { host: 'localhost:7878' })
  const document = answer.json<Document>()
  expect(document.servers).toEqual([{ url: 'http://localhost:7878' }])
  for (const [path, methods] of Object.entries(document.paths)) {
    const allowed = methodsAt(path.replace('{id}', 'one'))?.split(', ') ?? []
    for (const method of Object.keys(methods).filter((one) => one !== 'parameters'))
      expect([path, allowed]).toEqual([path, expect.arrayContaining([method.toUpperCase()])])
  }
  for (const number of [limits.batchRecords, limits.targetCharacters, limits.connections])
    expect(document.info.description).toContain(`${number}`)

  const described = Object.values(document.components.responses).flatMap(({ content }) =>
    Object.entries(content['application/problem+json']!.examples),
  )
  expect(described.map(([name]) => name).toSorted()).toEqual(Object.keys(problems).toSorted())
  for (const [name, { value }] of described as [ProblemName, { value: object }][]) {
    const { type, title, status, detail } = problemDocument(name, '')
    expect(value).toMatchObject({ type, title, status, detail })
  }
})

it('reading the description is a call of the token like any other', async () => {
  const world = await createGatewayWorld()
  const { authorization, tokenId } = world.issue([world.everything], { callsPerMinute: 1 })
  expect((await get(world, authorization)).headers['ratelimit']).toBe('"token";r=0;t=60')
  expect((await get(world, authorization)).statusCode).toBe(429)
  await world.callLog.write()
  expect(world.memory.kept.counts).toMatchObject([{ tokenId, allowed: 1, refused: 1, uses: [] }])
})
