import { describe, expect, onTestFinished, test } from 'vitest'
import type { Entity } from '../../contract/entity'
import type { Field } from '../../contract/field'
import type { RecordQuery, RecordWrite } from '../gateway-data'
import { addEntity, newProfile, today, told, usualRules } from './profile.fixture'
import { createSqliteGatewayData } from './sqlite-gateway-data'

const field = (name: string, over: Partial<Field> = {}): Omit<Field, 'id'> => ({
  name,
  title: name,
  type: 'string',
  required: false,
  ...over,
})

async function newStore() {
  const profile = newProfile()
  const { records, close } = createSqliteGatewayData({ folder: profile.folder })
  onTestFinished(close)
  const customers = await addEntity(profile.registry, 'customers')
  const orders = await addEntity(profile.registry, 'orders', 'Orders', [
    field('number', { unique: true }),
    field('pieces', { type: 'integer', indexed: true }),
    field('customer', { type: 'ref', entityId: customers.id }),
  ])
  return { ...profile, records, customers, orders }
}

const record = (entity: Entity, id: string, over: Partial<RecordWrite> = {}): RecordWrite => ({
  entity,
  id,
  data: { number: id },
  at: today,
  by: 'ERP',
  ...over,
})

const byId: RecordQuery = { where: [], order: { by: 'id', direction: 'asc' } }

describe('records', () => {
  test('are read in the order of their ids, from where the last page ended', async () => {
    const { records, orders, customers } = await newStore()
    for (const id of ['b', 'c', 'a']) await records.insert([record(orders, id)])
    await records.insert([record(customers, 'z')])
    const ids = async (after: string | null, limit: number) =>
      (
        await records.list(orders, byId, after === null ? null : { value: null, id: after }, limit)
      ).map(({ record: { id } }) => id)
    expect(await ids(null, 2)).toEqual(['a', 'b'])
    expect(await ids('b', 9)).toEqual(['c'])
  })

  test.each(['asc', 'desc'] as const)(
    'sorted %s by an indexed field page on with the ones without a value last',
    async (direction) => {
      const { records, orders } = await newStore()
      const values: [string, number | null][] = [
        ['a', 5],
        ['b', -3],
        ['c', null],
        ['d', 5],
        ['e', null],
        ['f', 100],
      ]
      await records.insert(
        values.map(([id, pieces]) =>
          record(orders, id, { data: { number: id, ...(pieces !== null && { pieces }) } }),
        ),
      )
      const query: RecordQuery = {
        where: [],
        order: { by: orders.fields.find((one) => one.name === 'pieces')!, direction },
      }
      const seen: string[] = []
      let after = null
      for (;;) {
        const page = await records.list(orders, query, after, 2)
        seen.push(...page.map(({ record: { id } }) => id))
        if (page.length < 2) break
        after = page.at(-1)!.place
      }
      expect(seen).toEqual(
        direction === 'asc' ? ['b', 'a', 'd', 'f', 'c', 'e'] : ['f', 'd', 'a', 'b', 'e', 'c'],
      )
    },
  )

  test('are found by the value of an indexed field', async () => {
    const { records, orders } = await newStore()
    const pieces = orders.fields.find((one) => one.name === 'pieces')!
    await records.insert([
      record(orders, 'a', { data: { number: '1', pieces: 7 } }),
      record(orders, 'b', { data: { number: '2', pieces: 70 } }),
    ])
    const query = { ...byId, where: [{ field: pieces, value: 7 }] }
    expect(await records.list(orders, query, null, 9)).toMatchObject([{ record: { id: 'a' } }])
  })

  test('hold values of every type, and only unique and indexed fields have a key', async () => {
    const { registry, records, rows } = await newStore()
    const shapes = await addEntity(registry, 'shapes', 'Shapes', [
      field('number', { unique: true }),
      field('items', { type: 'json' }),
      field('scan', { type: 'bytes' }),
      field('weight', { type: 'number' }),
    ])
    const data = { number: 'A', items: [{ sku: 'P-1', quantity: 2 }], scan: 'AAAA', weight: 1.5 }
    const inserted = await records.insert([record(shapes, 'a', { data })])
    expect(inserted.outcome).toBe('inserted')
    expect((await records.get(shapes.id, 'a'))?.data).toEqual(data)
    expect(rows('select value from gw.record_unique')).toEqual([{ value: 'A' }])
    expect(rows('select value from gw.record_index')).toEqual([])
  })

  test('are replaced under a new version and keep who made them', async () => {
    const { records, orders, rows } = await newStore()
    await records.insert([record(orders, 'a')])
    const change = record(orders, 'a', { data: { number: 'B' }, at: today + 5, by: 'Someone' })
    expect(await records.replace(change, 1)).toEqual({
      id: 'a',
      version: 2,
      createdAt: today,
      createdBy: 'ERP',
      updatedAt: today + 5,
      data: { number: 'B' },
    })
    expect(await records.replace(change, null)).toMatchObject({ version: 3 })
    expect(await records.replace(change, 1)).toBe('changed_meanwhile')
    expect(await records.replace(record(orders, 'q'), null)).toBe('not_found')
    expect(rows('select version, data from gw.record')).toEqual([
      { version: 3, data: '{"number":"B"}' },
    ])
    expect(rows('select value from gw.record_unique')).toEqual([{ value: 'B' }])
  })

  test('are deleted, with their keys, when they are still what the caller saw', async () => {
    const { records, orders, rows } = await newStore()
    await records.insert([record(orders, 'a', { data: { number: '1', pieces: 1 } })])
    expect(await records.delete(orders.id, 'a', 2)).toBe('changed_meanwhile')
    expect(await records.get(orders.id, 'a')).not.toBeNull()
    expect(await records.delete(orders.id, 'a', 1)).toBe('deleted')
    expect(await records.delete(orders.id, 'a', null)).toBe('not_found')
    for (const table of ['record', 'record_unique', 'record_index'])
      expect(rows(`select * from gw.${table}`)).toEqual([])
    expect(rows('select records from gw.record_count')).toEqual([{ records: 0 }])
  })
})

describe('a write is refused as a whole', () => {
  test('where a value that may be there once is taken, and says which record of several', async () => {
    const { records, orders, rows } = await newStore()
    await records.insert([record(orders, 'a')])
    const more = [record(orders, 'b'), record(orders, 'c', { data: { number: 'a' } })]
    expect(await records.insert(more)).toEqual({ outcome: 'not_unique', field: 'number', index: 1 })
    expect(rows('select id from gw.record')).toEqual([{ id: 'a' }])
    expect(rows('select value from gw.record_unique')).toEqual([{ value: 'a' }])
  })

  test('where it points to a record that does not exist', async () => {
    const { records, orders, customers, rows } = await newStore()
    const order = record(orders, 'a', { data: { number: '1', customer: 'nobody' } })
    expect(await records.insert([order])).toMatchObject({ outcome: 'no_such_record' })
    expect(rows('select * from gw.record')).toEqual([])
    await records.insert([record(customers, 'nobody')])
    expect(await records.insert([order])).toMatchObject({ outcome: 'inserted' })
  })

  test('where the id is taken', async () => {
    const { records, orders } = await newStore()
    await records.insert([record(orders, 'a')])
    const again = record(orders, 'a', { data: { number: 'other' } })
    expect(await records.insert([again])).toMatchObject({ outcome: 'record_exists' })
  })

  test('where the entity was defined anew meanwhile', async () => {
    const { records, orders, registry, rows } = await newStore()
    const { id, title, fields } = orders
    await registry.entities.update(
      { ...usualRules, id, title, fields, ifVersion: 1, check: null },
      told({ action: 'entity.changed' }),
    )
    expect(await records.insert([record(orders, 'a')])).toMatchObject({
      outcome: 'definition_changed',
    })
    expect(rows('select * from gw.record')).toEqual([])
    const current = (await registry.entities.get(id))!
    expect(await records.insert([record(current, 'a')])).toMatchObject({ outcome: 'inserted' })
  })
})

test('a request with a key is done once, and its answer kept for as long as it says', async () => {
  const { records, orders, rows } = await newStore()
  const idempotency = {
    scope: 's',
    key: 'k',
    fingerprint: Buffer.from('one'),
    expiresAt: today + 1000,
    answer: () => ({ status: 201, location: '/a', etag: '"1"', body: '{}' }),
  }
  const send = (id: string, over: object = {}, at = today) =>
    records.insert([record(orders, id, { at })], { ...idempotency, ...over })
  expect(await send('a')).toMatchObject({ outcome: 'inserted' })
  expect(await send('b')).toEqual({
    outcome: 'repeated',
    answer: { status: 201, location: '/a', etag: '"1"', body: '{}' },
  })
  expect(await send('b', { fingerprint: Buffer.from('two') })).toEqual({ outcome: 'key_reused' })
  expect(await send('b', { scope: 'other' })).toMatchObject({ outcome: 'inserted' })
  expect(await send('c', {}, today + 1000)).toMatchObject({ outcome: 'inserted' })
  expect(rows('select id from gw.record')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
})

test('a refused request keeps no answer under its key', async () => {
  const { records, orders, rows } = await newStore()
  await records.insert([record(orders, 'a')])
  const idempotency = {
    scope: 's',
    key: 'k',
    fingerprint: Buffer.from('one'),
    expiresAt: today + 1000,
    answer: () => ({ status: 201, location: null, etag: null, body: '{}' }),
  }
  const twin = record(orders, 'b', { data: { number: 'a' } })
  expect(await records.insert([twin], idempotency)).toMatchObject({ outcome: 'not_unique' })
  expect(rows('select * from gw.idempotency_key')).toEqual([])
})
