import { expect, it } from 'vitest'
import type { EntityId, UserId } from '../contract/id'
import { createHere, expectProblem, records, stored, type Here } from './bad-input.fixture'
import { day } from './gateway-world.fixture'
import { dial } from './raw-socket.fixture'

type Sent = { key: string; number?: string; authorization?: string; target?: string; body?: string }

const posted = (here: Here, { key, number = '2', authorization, target = records, body }: Sent) => {
  const text = body ?? JSON.stringify({ number })
  return here.message(
    [
      `POST ${target} HTTP/1.1`,
      here.host,
      authorization ? `Authorization: ${authorization}` : here.auth,
      'Content-Type: application/json',
      `Content-Length: ${text.length}`,
      ...(key === '' ? [] : [`Idempotency-Key: ${key}`]),
    ],
    text,
  )
}

async function post(here: Here, sent: Sent) {
  const line = dial(here.world)
  line.send(posted(here, sent))
  const answer = await line.answer()
  line.hangUp()
  return answer!
}

const isReplay = ({ headers }: { headers: Record<string, string[]> }) =>
  headers['idempotency-replayed']?.join() === 'true'

/** Beside the one that every such gateway begins with. */
const made = ({ world }: Here) => stored(world).records.length - 1

it('what is repeated with its key is done once, and answered the same to the byte', async () => {
  const here = await createHere()
  const first = await post(here, { key: '"8e03978e-40d5"' })
  const again = await post(here, { key: '"8e03978e-40d5"' })
  expect([first.status, isReplay(first), made(here)]).toEqual([201, false, 1])
  expect(isReplay(again)).toBe(true)
  const { 'idempotency-replayed': _replayed, ...same } = again.headers
  expect({ ...again, headers: { ...same, date: [], ratelimit: [] } }).toEqual({
    ...first,
    headers: { ...first.headers, date: [], ratelimit: [] },
  })
  expect(stored(here.world).keys).toHaveLength(1)
})

it.each([
  ['8e03978e-40d5', '"8e03978e-40d5"'],
  [`"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  ['"a \\"b\\" \\\\c"', '"a \\"b\\" \\\\c"'],
  ['"!#$%&\'()*+,-./:;<=>?@[]^_`{|}~ "', '"!#$%&\'()*+,-./:;<=>?@[]^_`{|}~ "'],
])('%s and %s are one key', async (key, other) => {
  const here = await createHere()
  expect((await post(here, { key })).status).toBe(201)
  expect(isReplay(await post(here, { key: other }))).toBe(true)
  expect(made(here)).toBe(1)
})

it.each([
  '"',
  '""',
  `"${'k'.repeat(256)}"`,
  'k'.repeat(256),
  '"a',
  'a"',
  '"a"b"',
  '"a\\b"',
  'a b',
  'a, b',
  '"a"; p=1',
  '"\xe9"',
  '\xe9',
  '"a\tb"',
])('%s is no key, and nothing is done', async (key) => {
  const here = await createHere()
  expectProblem(await post(here, { key }), 'invalid-idempotency-key', { counted: 'allowed' })
  const twice = posted(here, { key: 'a' }).replace('\r\n\r\n', '\r\nIdempotency-Key: a\r\n\r\n')
  const line = dial(here.world)
  line.send(twice)
  expect((await line.answer())?.status).toBe(400)
  expect([made(here), stored(here.world).keys]).toEqual([0, []])
})

it('two connections that send the same at once get one record and one repetition', async () => {
  const here = await createHere()
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    const lines = [dial(here.world), dial(here.world)]
    for (const line of lines) line.send(posted(here, { key, number: key }))
    const answers = await Promise.all(lines.map((line) => line.answer()))
    expect(answers.map((one) => one?.status)).toEqual([201, 201])
    expect(answers.filter((one) => isReplay(one!))).toHaveLength(1)
    expect(answers[0]?.body).toBe(answers[1]?.body)
  }
  expect(made(here)).toBe(5)
})

it('a key is not taken for another body, not even for one that differs in a space', async () => {
  const here = await createHere()
  await post(here, { key: 'a' })
  for (const body of ['{"number":"3"}', '{"number": "2"}', '{"number":3}', '{}'])
    expect(JSON.parse((await post(here, { key: 'a', body })).body)).toMatchObject({
      status: 422,
      type: 'urn:keyward:problem:idempotency-key-reused',
    })
  expect(made(here)).toBe(1)
})

it('a key belongs to the user, whichever token he sends it with, and to one address', async () => {
  const here = await createHere()
  const { world } = here
  const own = world.issue([world.on(world.invoices, 'write')]).authorization
  const other = world.issue([world.everything], { userId: 2 as UserId }).authorization
  expect(isReplay(await post(here, { key: 'a' }))).toBe(false)
  expect(isReplay(await post(here, { key: 'a', authorization: own }))).toBe(true)
  expect(isReplay(await post(here, { key: 'a', authorization: other, number: '3' }))).toBe(false)
  const target = records.replace('invoices', 'orders')
  expect(isReplay(await post(here, { key: 'a', target }))).toBe(false)
  expect(made(here)).toBe(3)
  const unable = world.issue([world.on(world.invoices, 'read')]).authorization
  expect((await post(here, { key: 'a', authorization: unable })).status).toBe(403)
})

it('a key is forgotten after 24 hours, to the millisecond', async () => {
  const here = await createHere()
  const { clock } = here.world
  await post(here, { key: 'a' })
  clock.now += day - 1
  expect(isReplay(await post(here, { key: 'a' }))).toBe(true)
  clock.now += 1
  expect((await post(here, { key: 'a', number: '3' })).status).toBe(201)
  expect([made(here), stored(here.world).keys.length]).toEqual([2, 1])
})

it('what was refused may be corrected under its key', async () => {
  const here = await createHere()
  expect((await post(here, { key: 'a', body: '{"number":2}' })).status).toBe(422)
  expect((await post(here, { key: 'a' })).status).toBe(201)
  expect(made(here)).toBe(1)
})

it('what was saved is repeated even where it would not be saved any more', async () => {
  const here = await createHere()
  const { world } = here
  const first = await post(here, { key: 'a' })
  const { id, title, fields, idempotencyKey, ifMatch, maxRecordBytes } = world.invoices
  await world.memory.registry.entities.update(
    {
      ...{ id, title, idempotencyKey, ifMatch, maxRecordBytes, check: null, ifVersion: 1 },
      fields: fields.map((field) =>
        field.name === 'pieces' ? { ...field, required: true } : field,
      ),
    },
    told(id),
  )
  world.memory.changed()
  const again = await post(here, { key: 'a' })
  expect([again.status, again.body, isReplay(again)]).toEqual([201, first.body, true])
  expect((await post(here, { key: 'b' })).status).toBe(422)
  expect((await post(here, { key: 'a', body: '{}' })).status).toBe(422)
  expect(made(here)).toBe(1)
})

const told = (id: EntityId) =>
  ({
    at: 0,
    actorId: null,
    actorName: 'Ada Lovelace',
    action: 'entity.changed',
    subjectKind: 'entity',
    subjectId: String(id),
    subjectName: 'Invoices',
    concernsUserId: null,
    before: null,
    after: null,
  }) as const
