import { describe, expect, it } from 'vitest'
import type { Field } from '../contract/field'
import { createGatewaySeals, gatewayKeys } from '../crypto/keys'
import {
  createHere,
  expectOutcome,
  hereIn,
  inTurn,
  type Here,
  type Outcome,
} from './bad-input.fixture'
import { createCursors } from './cursor'
import { start } from './gateway-world.fixture'
import { dial } from './raw-socket.fixture'

const bills = '/v1/entities/bills/records'

const indexed = (name: string, type: Field['type'], more: object = {}) => ({
  name,
  title: name,
  type,
  required: false,
  indexed: true,
  ...more,
})

/** A gateway with an entity that can be asked for everything, and what its store was asked. */
async function createBills() {
  const here = await createHere()
  const { world } = here
  const fields = [
    indexed('number', 'string'),
    indexed('pieces', 'integer'),
    indexed('total', 'decimal', { scale: 2 }),
    indexed('due', 'date'),
    indexed('paid', 'boolean'),
    indexed('state', 'enum', { values: ['new', 'old'] }),
    indexed('note', 'string', { indexed: false }),
  ]
  const entity = await world.addEntity('bills', { fields })
  const twin = await world.addEntity('twins', { fields })
  for (const [id, number] of Object.entries({ a: 'abc', b: '%', c: '(a+)+$', d: 'ABC' }))
    await world.memory.data.records.insert([
      { entity, id, data: { number, pieces: 1 }, at: start, by: 'test' },
    ])
  const store = { reads: 0 }
  const { list } = world.memory.data.records
  world.memory.data.records.list = (...asked) => ((store.reads += 1), list(...asked))
  return { ...here, entity, twin, store }
}

const refused = (answer: Outcome['answer']): Outcome => ({
  answer,
  connection: 'usable',
  counted: 'allowed',
})

const atTheDoor = (answer: Outcome['answer']): Outcome => ({ answer, connection: 'usable' })

type Bills = Awaited<ReturnType<typeof createBills>>

/** Answered while somebody else is, and never from the store. */
async function expectRefused(asked: Bills, query: string, outcome: Outcome) {
  const here = hereIn(asked.world)
  asked.store.reads = 0
  const done = expectOutcome(here, here.get(`${bills}?${query}`), outcome)
  const other = dial(here.world)
  other.send(here.get('/healthz'))
  expect(await other.answer()).toMatchObject({ status: 200 })
  other.hangUp()
  await done
  expect(asked.store.reads).toBe(0)
}

async function expectAllRefused(queries: string[], outcome: Outcome) {
  const here = await createBills()
  const named = queries.map((query): [string, string] => [query, query])
  await inTurn(named, (query) => expectRefused(here, query, outcome))
}

describe('a list is refused', () => {
  const limits = [
    ...['0', '-1', '1e3', '1001', '9999999999999999999', '01', '%201', '+1', '0x10', '1.0'],
    ...['', 'NaN', 'Infinity', '%EF%BC%91', '1,2', '1%27--'],
  ]
  it('with a limit that is no number from 1 to 1000', () =>
    expectAllRefused(
      limits.map((limit) => `limit=${limit}`),
      refused('invalid-query'),
    ))

  const notTaken = [
    'limit=1&limit=1',
    'order=id&order=id',
    'cursor=a&cursor=b',
    'where.number=1&where.number=1',
    'unknown=1',
    'Limit=1',
    'where=1',
    'where.=1',
    'where.__proto__=1',
    '__proto__=1',
    'where[number]=1',
    'where.number[]=1',
    'where.number.x=1',
    'where.Number=1',
    'filter=1',
    'select=*',
    '=1',
    'where.pieces=1e3',
    'where.pieces=0x10',
    'where.pieces=1.5',
    'where.pieces=9007199254740993',
    'where.pieces=',
    'where.pieces=NaN',
    'where.pieces=1%20or%201=1',
    'where.total=1e3',
    'where.total=1,5',
    `where.total=${'9'.repeat(65)}`,
    `where.total=${'1'.repeat(1_900)}x`,
    'where.due=2027-02-30',
    'where.due=today',
    'where.paid=yes',
    'where.paid=1',
    'where.state=other',
    'where.state=constructor',
  ]
  it('with a parameter that is not taken, twice, or of a value that its field cannot have', () =>
    expectAllRefused(notTaken, refused('invalid-query')))

  const notIndexed = [
    'order=note',
    'order=nothing',
    'order=__proto__',
    'order=constructor',
    'order=-constructor',
    'order=--id',
    'order=',
    'order=id%20desc',
    'order=number,id',
    'order=data',
    'order=created_at',
    'where.note=1',
    'where.id=a',
    'where.constructor=1',
    'where.hasown=1',
  ]
  it('with an order or a condition on what is no indexed field', () =>
    expectAllRefused(notIndexed, refused('field-not-indexed')))

  const noText = [
    'where.number=%00',
    'where.number=a%00b',
    'where.number=%ED%A0%80',
    'where.number=%ED%BF%BF',
    'where.number=%ff',
    'where.number=%C0%AF',
    'where.number=%',
    'where.number=^a',
  ]
  it('with what is no text', () => expectAllRefused(noText, atTheDoor('bad-target')))

  it('with 2 049 characters, and with 10 000', async () => {
    const here = await createBills()
    await expectRefused(here, `where.number=${'a'.repeat(2_010)}`, atTheDoor('target-too-long'))
    await expectRefused(here, `where.number=${'a'.repeat(10_000)}`, {
      answer: 'headers-too-large',
      connection: 'closed',
    })
  })
})

describe('a condition means what it says', () => {
  const ask = async (here: Here, query: string) => {
    const line = dial(here.world)
    line.send(here.get(`${bills}?${query}`))
    const answer = await line.answer()
    line.hangUp()
    return JSON.parse(answer!.body).items.map(({ id }: { id: string }) => id)
  }

  const values: [string, string[]][] = [
    ['abc', ['a']],
    ['ABC', ['d']],
    ['%', ['b']],
    ['(a+)+$', ['c']],
    ['a%', []],
    ['a_c', []],
    ['%bc', []],
    ['*', []],
    ['[a-z]*', []],
    ["' or 1=1 --", []],
    ['^(a+)+$', []],
    [`${'a'.repeat(500)}!`, []],
    [`(${'(a*)*'.repeat(200)})$`, []],
  ]
  it('with no wildcards and no patterns, at the price of any other', async () => {
    const here = await createBills()
    expect(await ask(here, 'where.number=plain')).toEqual([])
    const plain = here.store.reads
    const named = values.map((one): [string, typeof one] => [one[0], one])
    await inTurn(named, async ([value, found]) => {
      here.store.reads = 0
      const asked = ask(here, `where.number=${encodeURIComponent(value)}`)
      const other = dial(here.world)
      other.send(here.get('/healthz'))
      expect((await other.answer())?.status).toBe(200)
      expect(await asked).toEqual(found)
      expect(here.store.reads).toBe(plain)
    })
  })
})

describe('a cursor', () => {
  const pageOf = async (here: Here, target: string, authorization?: string) => {
    const line = dial(here.world)
    line.send(authorization ? here.withToken(authorization, target) : here.get(target))
    const answer = await line.answer()
    line.hangUp()
    return { status: answer!.status, ...JSON.parse(answer!.body) }
  }
  const first = async (here: Here) =>
    String((await pageOf(here, `${bills}?limit=1&order=number`)).next_cursor)

  it('leads on with the very same query, and whoever may read may use it', async () => {
    const here = await createBills()
    const { world, entity } = here
    const next = `${bills}?limit=1&order=number&cursor=${await first(here)}`
    expect((await pageOf(here, next)).items).toMatchObject([{ id: 'c' }])
    const colleague = world.issue([world.on(entity, 'read')]).authorization
    expect((await pageOf(here, next, colleague)).items).toMatchObject([{ id: 'c' }])
    const stranger = world.issue([world.on(world.orders, 'read')]).authorization
    expect(await pageOf(here, next, stranger)).toMatchObject({ status: 403 })
  })

  const spoilt: Record<string, (cursor: string) => string> = {
    cut: (cursor) => cursor.slice(0, -1),
    'without its signature': (cursor) => cursor.split('.')[0]!,
    'with a signature alone': (cursor) => `.${cursor.split('.')[1]}`,
    'with a padded signature': (cursor) => `${cursor}=`,
    'with a padded text': (cursor) => cursor.replace('.', '==.'),
    'with more behind it': (cursor) => `${cursor}.x`,
    'with a character that is skipped': (cursor) => `!${cursor}`,
    twice: (cursor) => `${cursor}.${cursor}`,
    'of another text': (cursor) =>
      `${Buffer.from('{"e":3,"q":"","v":null,"i":""}').toString('base64url')}.${cursor.split('.')[1]}`,
    empty: () => '',
    'of dots': () => '...',
    'that is null': () => `${Buffer.from('null').toString('base64url')}.x`,
  }
  it('that was changed in any way is refused', async () => {
    const here = await createBills()
    const cursor = await first(here)
    await inTurn(Object.entries(spoilt), (spoil) => {
      const changed = encodeURIComponent(spoil(cursor))
      return expectRefused(here, `order=number&cursor=${changed}`, refused('invalid-cursor'))
    })
  })

  const elsewhere = {
    'another order': `${bills}?order=-number&`,
    'no order': `${bills}?`,
    'another condition': `${bills}?order=number&where.pieces=1&`,
    'another entity': '/v1/entities/twins/records?order=number&',
  }
  it('of another query is refused', async () => {
    const given = await createBills()
    const cursor = await first(given)
    await inTurn(Object.entries(elsewhere), async (target) => {
      const here = hereIn(given.world)
      await expectOutcome(here, here.get(`${target}cursor=${cursor}`), refused('invalid-cursor'))
    })
  })

  it('that others signed is refused', async () => {
    const here = await createBills()
    const foreign = createCursors(createGatewaySeals(gatewayKeys(Buffer.alloc(32, 9))).cursor)
    const query = { where: [], order: { by: 'id', direction: 'asc' } } as const
    const cursor = foreign.make(here.entity, { ...query, where: [] }, { value: null, id: 'a' })
    await expectOutcome(here, here.get(`${bills}?cursor=${cursor}`), refused('invalid-cursor'))
  })
})
