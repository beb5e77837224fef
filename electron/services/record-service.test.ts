import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import { RecordsAsked } from '../contract/record'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
let orders: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  orders = await house.createEntity(
    'orders',
    { name: 'pieces', title: 'Pieces', type: 'integer', required: false, indexed: true },
    { name: 'iban', title: 'IBAN', type: 'string', required: false, sensitive: true },
  )
})

const add = async (data: Record<string, string | number>) => {
  const saved = await house.records.create({ entityId: orders.id, data })
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved.errors))
  return saved.record
}

const list = async (over: object) =>
  (await house.records.list(RecordsAsked.parse({ entityId: orders.id, ...over }))).rows.map(
    ({ data }) => data.number,
  )

describe('a record in the window', () => {
  it('is made, changed and deleted, and each is on record without what is sensitive', async () => {
    const { id } = await add({ number: 'A', iban: 'CZ65 0800' })
    expect(house.lastEntry()).toMatchObject({
      action: 'record.created',
      subjectId: id,
      actorName: 'Ada Admin',
      after: { number: 'A', iban: '•••' },
    })
    const data = { number: 'B' }
    await house.records.change({ entityId: orders.id, id, version: 1, data })
    expect(house.lastEntry()).toMatchObject({
      action: 'record.changed',
      before: { number: 'A', iban: '•••' },
      after: { number: 'B', iban: null },
    })
    expect(house.rows('select version, data from gw.record')).toEqual([
      { version: 2, data: '{"number":"B"}' },
    ])
    await house.records.remove({ entityId: orders.id, records: [{ id, version: 2 }] })
    expect(house.rows('select * from gw.record')).toEqual([])
    expect(house.lastEntry()).toMatchObject({
      action: 'record.deleted',
      before: { records: [id] },
    })
    expect(JSON.stringify(house.rows('select * from activity'))).not.toContain('CZ65')
  })

  it('may hold JSON in a field, of which no key is made', async () => {
    const notes = await house.createEntity('notes', {
      name: 'extra',
      title: 'Extra',
      type: 'json',
      required: false,
    })
    const data = { number: 'A', extra: { a: [1, null] } }
    const saved = await house.records.create({ entityId: notes.id, data })
    expect(saved).toMatchObject({ outcome: 'saved', record: { data } })
  })

  it('is not overwritten when somebody else changed it', async () => {
    const { id } = await add({ number: 'A' })
    const asked = { entityId: orders.id, id, version: 7, data: { number: 'B' } }
    expect(await refusalOf(house.records.change(asked))).toEqual({ code: 'changed_meanwhile' })
    const gone = { entityId: orders.id, records: [{ id, version: 7 }] }
    expect(await refusalOf(house.records.remove(gone))).toEqual({ code: 'changed_meanwhile' })
    expect(house.rows('select version from gw.record')).toEqual([{ version: 1 }])
  })

  it('of several to be deleted stays when one of them cannot be', async () => {
    const [a, b] = [await add({ number: 'A' }), await add({ number: 'B' })]
    const records = [
      { id: a.id, version: 1 },
      { id: b.id, version: 9 },
    ]
    expect(await refusalOf(house.records.remove({ entityId: orders.id, records }))).toEqual({
      code: 'changed_meanwhile',
    })
    expect(house.rows('select * from gw.record')).toHaveLength(2)
  })

  it('that does not fit is not saved, and every error is said at once', async () => {
    const asked = { entityId: orders.id, data: { pieces: 1.5, colour: 'red' } }
    expect(await house.records.create(asked)).toMatchObject({
      outcome: 'invalid',
      errors: [
        { pointer: '#/colour', code: 'unknown_field' },
        { pointer: '#/number', code: 'required' },
        { pointer: '#/pieces', code: 'type' },
      ],
    })
    expect(house.actions()).not.toContain('record.created')
  })
})

describe('the list of records', () => {
  beforeEach(async () => {
    await add({ number: 'Apple', pieces: 5 })
    await add({ number: 'Pear 100%', pieces: 30 })
    await add({ number: 'pineapple' })
  })

  it('is searched in any part of any value', async () => {
    expect(await list({ search: 'apple', sort: 'updatedAt' })).toHaveLength(2)
    expect(await list({ search: '0%' })).toEqual(['Pear 100%'])
    expect(await list({ search: 'number' })).toEqual([])
  })

  it('is filtered and sorted by indexed fields, those without a value last', async () => {
    expect(await list({ where: [{ field: 'pieces', value: '30' }] })).toEqual(['Pear 100%'])
    expect(await list({ sort: 'pieces', direction: 'desc' })).toEqual([
      'Pear 100%',
      'Apple',
      'pineapple',
    ])
  })

  it('is not sorted or filtered by a field without an index', async () => {
    const refused = { code: 'field_not_indexed' }
    expect(await refusalOf(list({ sort: 'number' }))).toMatchObject(refused)
    const where = [{ field: 'iban', value: 'x' }]
    expect(await refusalOf(list({ where }))).toMatchObject(refused)
  })
})
