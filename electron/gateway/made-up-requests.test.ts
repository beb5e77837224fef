import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import { createHere, records, type Here } from './bad-input.fixture'
import { start } from './gateway-world.fixture'
import { problems } from './problems'
import { dial, type RawAnswer } from './raw-socket.fixture'
import { requestsTo, someFields, type MadeUp } from './requests.fixture'

const seed = 20_270_331
const knownTypes = new Set([
  ...Object.keys(problems).map((name) => `urn:keyward:problem:${name}`),
  problems['too-many-calls'].type,
])

/** Entities of which every record says whose it is: it can say nothing else. */
async function createEntities({ world }: Here): Promise<Entity[]> {
  const drafts = fc.sample(someFields, { seed, numRuns: 6 })
  const entities: Entity[] = []
  for (const [index, fields] of drafts.entries()) {
    const name = `made_up_${index}`
    const mark = {
      ...{ name: 'mark', title: 'Mark', type: 'enum' as const, required: true },
      ...{ values: [name], default: name },
    }
    const entity = await world.addEntity(name, { fields: [mark, ...fields] })
    entities.push(entity)
  }
  return entities
}

/** What earlier requests deleted is there again for the next one. */
async function fill({ world }: Here, entity: Entity) {
  const { records: store } = world.memory.data
  for (const id of ['one', 'two']) {
    const record = { entity, id, data: { mark: entity.name }, at: start, by: 'test' }
    if (!(await store.get(entity.id, id))) await store.insert([record])
  }
}

/** One connection for as long as the gateway keeps it. */
function createCaller(here: Here, authorization: string) {
  let line = dial(here.world)
  return async ({ method, path, query, headers, body }: MadeUp): Promise<RawAnswer> => {
    const head = here.message([
      `${method} ${path}${query && `?${query}`} HTTP/1.1`,
      here.host,
      `Authorization: ${authorization}`,
      ...headers,
      ...(body ? [`Content-Length: ${body.length}`] : []),
    ])
    line.send(Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)]))
    const answer = await line.answer({ isToHead: method === 'HEAD' })
    if (!answer) throw new Error('no answer')
    if (answer.headers['connection']?.[0] === 'close') {
      expect(await line.answer()).toBeNull()
      line = dial(here.world)
    }
    return answer
  }
}

function expectSound({ method }: MadeUp, { status, headers, body }: RawAnswer, entity: Entity) {
  expect(status).toBeLessThan(500)
  if (method === 'HEAD' || status === 204 || status === 304) return expect(body).toBe('')
  const [type] = headers['content-type'] ?? []
  const document = JSON.parse(Buffer.from(body, 'latin1').toString())
  if (status >= 400) {
    expect(type).toBe('application/problem+json; charset=utf-8')
    expect(document).toMatchObject({ status })
    return expect([...knownTypes]).toContain(document.type)
  }
  expect(type).toBe('application/json; charset=utf-8')
  const found: { data: { mark: unknown } }[] = document.items ?? [document]
  expect(new Set(found.map(({ data }) => data.mark))).toEqual(
    new Set(found.length > 0 ? [entity.name] : []),
  )
}

it('3000 made-up requests get a sound answer each, and reach no record of another entity', async () => {
  const here = await createHere()
  const { world } = here
  const entities = await createEntities(here)
  const reach = entities.map((entity) => world.on(entity, 'read', 'write', 'delete'))
  const { authorization } = world.issue(reach, { callsPerMinute: 1_000_000 })
  for (const entity of entities) await fill(here, entity)
  const call = createCaller(here, authorization)
  const others = (entity: Entity) =>
    world.memory.rows(
      `select count(*), sum(version), sum(length(data)) from record where entity_id <> ${entity.id}`,
    )
  const aCall = fc
    .constantFrom(...entities)
    .chain((entity) =>
      requestsTo(entity.name, entity.fields.slice(1)).map((request) => ({ entity, request })),
    )

  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(aCall, async ({ entity, request }) => {
      await fill(here, entity)
      const before = others(entity)
      const answer = await call(request)
      expectSound(request, answer, entity)
      expect(world.reported.splice(0)).toEqual([])
      expect(others(entity)).toEqual(before)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    }),
    { seed, numRuns: 3_000 },
  )

  // Made up well enough to get past each of the doors.
  expect([...statuses.keys()]).toEqual(
    expect.arrayContaining([200, 201, 204, 304, 400, 404, 405, 412, 415, 422]),
  )
  const good = dial(world)
  good.send(here.get(records) + here.json('{"number":"2"}').toString())
  expect((await good.answer())?.status).toBe(200)
  expect((await good.answer())?.status).toBe(201)
}, 120_000)
