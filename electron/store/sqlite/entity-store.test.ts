import { describe, expect, test } from 'vitest'
import { EntitiesAsked } from '../../contract/entity'
import { RecordsAsked } from '../../contract/record'
import {
  usualRules,
  addEntity,
  addToken,
  addUser,
  newProfile,
  today,
  told,
} from './profile.fixture'
import { createSqliteGatewayData } from './sqlite-gateway-data'

const asked = (over: object = {}) => EntitiesAsked.parse(over)

test('a new entity is stored with its fields and its activity entry', async () => {
  const { registry, rows } = newProfile()
  const entity = await addEntity(registry, 'orders', 'Orders')
  expect(entity).toEqual({
    id: 1,
    name: 'orders',
    title: 'Orders',
    fields: [{ id: 1, name: 'number', title: 'Number', type: 'string', required: true }],
    ...usualRules,
    check: null,
    createdAt: today,
    version: 1,
  })
  expect(await registry.entities.get(entity.id)).toEqual(entity)
  expect(rows('select action from activity')).toEqual([{ action: 'entity.created' }])
})

test('two entities cannot have the same name', async () => {
  const { registry, rows } = newProfile()
  const { name, title, fields } = await addEntity(registry, 'orders')
  const again = { ...usualRules, name, title, fields, at: today }
  expect(await registry.entities.insert(again, () => told())).toBe('entity_name_taken')
  expect(rows('select * from activity')).toHaveLength(1)
})

describe('the list of entities', () => {
  test('counts records, and each token with a grant once', async () => {
    const { registry, folder } = newProfile()
    const user = await addUser(registry)
    const orders = await addEntity(registry, 'orders', 'Orders')
    const items = await addEntity(registry, 'items', 'Items')
    const read = ['read' as const]
    const all = { entityId: null, permissions: read }
    const onOrders = { entityId: orders.id, permissions: read }
    await addToken(registry, user.id, { grants: [all, onOrders] })
    await addToken(registry, user.id, { grants: [onOrders] })
    await addToken(registry, user.id, { grants: [onOrders], revokedAt: today })
    const gateway = createSqliteGatewayData({ folder })
    const record = { entity: items, data: {}, at: today, by: 'ERP' }
    await gateway.records.insert(['a', 'b', 'c'].map((id) => ({ ...record, id })))
    await gateway.records.delete(items.id, 'b', null)
    gateway.close()

    const page = await registry.entities.list(asked({ sort: 'tokens', direction: 'desc' }))
    expect(page.total).toBe(2)
    expect(page.rows).toMatchObject([
      { title: 'Orders', tokens: 2, records: 0 },
      { title: 'Items', tokens: 1, records: 2 },
    ])
    const records = await registry.records.list(items, {
      ...RecordsAsked.parse({ entityId: items.id, page: 1, pageSize: 1 }),
      where: [],
    })
    expect(records).toMatchObject({ total: 2, rows: [{ id: 'c', createdBy: 'ERP', version: 1 }] })
  })

  test('and the choice of entities put an accent beside its letter', async () => {
    const { registry } = newProfile()
    for (const [name, title] of [
      ['z', 'Zoë'],
      ['o', 'Órders'],
      ['p', 'Parts'],
    ] as const)
      await addEntity(registry, name, title)
    const { rows } = await registry.entities.list(asked({ sort: 'title' }))
    for (const list of [rows, await registry.entities.all()])
      expect(list.map((one) => one.title)).toEqual(['Órders', 'Parts', 'Zoë'])
  })

  test('finds by name and title', async () => {
    const { registry } = newProfile()
    await addEntity(registry, 'orders', 'Übersicht')
    await addEntity(registry, 'items', 'Items')
    const search = async (text: string) =>
      (await registry.entities.list(asked({ search: text }))).rows.map((row) => row.name)
    expect(await search('ÜBER')).toEqual(['orders'])
    expect(await search('ORD')).toEqual(['orders'])
    expect(await search('uber')).toEqual(['orders'])
    expect((await registry.entities.all()).map((one) => one.name)).toEqual(['items', 'orders'])
  })
})
