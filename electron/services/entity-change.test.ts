import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EntityChange, type Entity } from '../contract/entity'
import type { FieldDraft } from '../contract/field'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
let orders: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  orders = await house.createEntity('orders', {
    name: 'pieces',
    title: 'Pieces',
    type: 'integer',
    required: false,
  })
})

const add = (data: Record<string, string | number>) =>
  house.records.create({ entityId: orders.id, data })

const current = async () => (await house.store.entities.get(orders.id))!

async function change(fields: FieldDraft[], over: object = {}) {
  const { id, version, title } = await current()
  return house.entities.change(EntityChange.parse({ id, version, title, fields, ...over }))
}

/** The fields as they are, with one of them otherwise. */
const with1 = (name: string, over: Partial<FieldDraft>): FieldDraft[] =>
  orders.fields.map((field) => (field.name === name ? { ...field, ...over } : field))

const checked = () =>
  vi.waitFor(async () => {
    const entity = await current()
    if (entity.check?.state === 'checking') throw new Error('still checking')
    return entity
  })

describe('fields of an entity', () => {
  it('are changed at once where no record can object', async () => {
    await add({ number: 'A' })
    const more = { name: 'note', title: 'Note', type: 'text' as const, required: false }
    const { value, enforced } = await change([
      ...with1('pieces', { title: 'Count', deprecated: true }),
      more,
    ])
    expect(value.check).toBeNull()
    expect(value.fields).toMatchObject([{ id: 1 }, { id: 2, title: 'Count' }, { id: 3, ...more }])
    expect(value.version).toBe(2)
    expect(enforced).toBe('at_once')
    expect(house.rows('select version from gw.entity_version')).toEqual([{ version: 2 }])
    expect(house.lastEntry()).toMatchObject({ action: 'entity.changed', subjectName: 'Orders' })
  })

  it('take wider limits at once, and narrower ones after the check', async () => {
    const total = { name: 'total', title: 'Total', type: 'decimal', min: '10', max: '90' } as const
    const due = { name: 'due', title: 'Due', type: 'date', min: '2026-02-01' } as const
    const more = [total, due].map((field) => ({ ...field, required: false }))
    const limited = with1('number', { minLength: 2, maxLength: 4 })
    orders = (await change([...limited, ...more])).value
    await add({ number: 'AB', total: '50', due: '2026-03-01' })
    const draft = (over: { [field in string]?: object }) =>
      orders.fields.map((field) => ({ ...field, ...over[field.name] }))
    const wider = await change(
      draft({
        number: { minLength: 1, maxLength: 10 },
        total: { min: '9', max: '100' },
        due: { min: '2026-01-31' },
      }),
    )
    expect(wider.value.check).toBeNull()
    expect(wider.value.fields).toMatchObject([
      { minLength: 1, maxLength: 10 },
      {},
      { min: '9', max: '100' },
      { min: '2026-01-31' },
    ])
    orders = wider.value
    for (const narrower of [{ total: { min: '10' } }, { number: { maxLength: 9 } }]) {
      const { value } = await change(draft(narrower))
      expect(value.check?.state, JSON.stringify(narrower)).toBe('checking')
      expect(value.fields).toEqual(orders.fields)
      orders = await checked()
    }
    expect(orders.fields).toMatchObject([{ maxLength: 9 }, {}, { min: '10' }, {}])
  })

  it('keep a number that no other field ever gets', async () => {
    const { value } = await change(orders.fields.filter((field) => field.name === 'number'))
    const again = { name: 'weight', title: 'Weight', type: 'number' as const, required: false }
    expect((await change([...value.fields, again])).value.fields.at(-1)).toMatchObject({ id: 3 })
  })

  it('keep their type and their name, and stay while there are records', async () => {
    await add({ number: 'A' })
    expect(await refusalOf(change(with1('pieces', { type: 'decimal' })))).toMatchObject({
      code: 'field_type_fixed',
    })
    expect(await refusalOf(change(with1('pieces', { name: 'count' })))).toMatchObject({
      code: 'field_name_fixed',
    })
    const without = orders.fields.filter((field) => field.name === 'number')
    expect(await refusalOf(change(without))).toMatchObject({ code: 'field_in_use' })
    const foreign = { ...orders.fields[0]!, id: 77, name: 'other' }
    expect(await refusalOf(change([...orders.fields, foreign]))).toMatchObject({
      code: 'field_unknown',
    })
    expect((await current()).version).toBe(1)
  })

  it('become stricter when every old record fits', async () => {
    for (const number of ['A', 'B', 'C']) await add({ number, pieces: 3 })
    const { value } = await change(with1('number', { unique: true, indexed: true }))
    expect(value.check?.state).toBe('checking')
    const entity = await checked()
    expect(entity).toMatchObject({ check: null, version: 3 })
    expect(entity.fields[0]).toMatchObject({ unique: true, indexed: true })
    expect(house.rows('select value from gw.record_unique order by value')).toEqual(
      ['A', 'B', 'C'].map((text) => ({ value: text })),
    )
    expect(await add({ number: 'A' })).toMatchObject({
      outcome: 'invalid',
      errors: [{ pointer: '#/number', code: 'not_unique' }],
    })
    expect(house.reported).toEqual([])
  })

  it('stay as they are when a record does not fit, and say which', async () => {
    await add({ number: 'A', pieces: 3 })
    const twin = await add({ number: 'A' })
    await change(
      orders.fields.map((field) =>
        field.name === 'number' ? { ...field, unique: true } : { ...field, required: true },
      ),
    )
    const entity = await checked()
    const recordId = twin.outcome === 'saved' ? twin.record.id : ''
    expect(entity.check).toMatchObject({ state: 'refused' })
    expect(entity.check?.offenders).toEqual(
      expect.arrayContaining([
        { recordId, field: 'pieces', code: 'required' },
        { recordId, field: 'number', code: 'not_unique' },
      ]),
    )
    expect(entity.fields).toEqual(orders.fields)
    expect(house.rows('select * from gw.record_unique')).toEqual([])
    await house.entities.dropCheck(orders.id)
    expect((await current()).check).toBeNull()
  })

  it('hold for new records while old ones are being checked, also after a restart', async () => {
    await add({ number: 'A' })
    await house.store.entities.update(
      {
        ...orders,
        ifVersion: 1,
        check: {
          state: 'checking',
          startedAt: 0,
          offenders: [],
          fields: with1('number', { maxLength: 3 }),
        },
      },
      { ...told, subjectId: String(orders.id) },
    )
    expect(await add({ number: 'LONG' })).toMatchObject({ outcome: 'invalid' })
    const { id, version, title, fields } = await current()
    const again = house.entities.change(EntityChange.parse({ id, version, title, fields }))
    expect(await refusalOf(again)).toMatchObject({ code: 'field_check_running' })
    await house.entities.resumeChecks()
    expect((await checked()).fields[0]).toMatchObject({ maxLength: 3 })
  })

  it('are refused with a default that they would refuse themselves', async () => {
    expect(await refusalOf(change(with1('pieces', { default: 'many' })))).toMatchObject({
      code: 'field_default_unfit',
      field: 'fields.1.default',
    })
  })

  it('of a definition that somebody else changed are not overwritten', async () => {
    await change(orders.fields)
    const { id, title, fields } = orders
    const stale = EntityChange.parse({ id, version: 1, title, fields })
    expect(await refusalOf(house.entities.change(stale))).toEqual({ code: 'changed_meanwhile' })
  })
})

const told = {
  at: 0,
  actorId: null,
  actorName: 'Test',
  action: 'entity.check_started',
  subjectKind: 'entity',
  subjectName: 'Orders',
  concernsUserId: null,
  before: null,
  after: null,
} as const
