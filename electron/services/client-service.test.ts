import { expect, it } from 'vitest'
import { ClientsAsked } from '../contract/client'
import type { ClientId, UserId } from '../contract/id'
import { openHouse, refusalOf, type House } from './house.fixture'

const newHouse = async () => {
  const house = await openHouse({ signedIn: true })
  const desk = await house.users.create({
    kind: 'service_account',
    username: 'order-desk',
    displayName: 'Order desk',
    signIn: null,
  })
  return { house, desk }
}

const list = (house: House, asked: object = {}) => house.clients.list(ClientsAsked.parse(asked))

it('new credentials are stored as a digest under their key, and their creation is on record', async () => {
  const { house, desk } = await newHouse()
  const { client, secret, baseUrl } = await house.clients.create({
    userId: desk.id,
    name: 'Apache',
  })
  expect(client.id).toMatch(/^[0-9A-Za-z]{12}$/)
  expect(secret).toMatch(/^[0-9A-Za-z]{43}$/)
  expect(baseUrl).toBe(house.gateway.control.state().baseUrl)
  expect(client).toMatchObject({
    userName: 'Order desk',
    name: 'Apache',
    status: 'active',
    createdBy: 'Ada Admin',
    lastUsedAt: null,
    calls: 0,
  })
  const [row] = house.rows('select * from client')
  const digest = house.seals.clientDigest(client.id, secret, 1)
  expect(row).toMatchObject({ client_id: client.id, user_id: desk.id, digest, revoked_at: null })
  expect(row!.mac).toEqual(
    house.seals.client({
      clientId: client.id,
      userId: desk.id,
      keyNumber: 1,
      digest,
      revokedAt: null,
      createdAt: house.now(),
    }),
  )
  expect(house.everythingStored()).not.toContain(secret)
  expect(house.lastEntry()).toMatchObject({
    action: 'client.created',
    subjectId: client.id,
    subjectName: 'Apache',
    after: { user: 'Order desk', name: 'Apache' },
  })
  expect(house.announced()).toContain('clients')
  expect(house.gateway.told).toContain('forget')
})

it('a gateway that cannot be told does not cost the secret', async () => {
  const { house, desk } = await newHouse()
  house.gateway.control.forget = async () => Promise.reject(new Error('gone'))
  expect((await house.clients.create({ userId: desk.id, name: 'Apache' })).secret).toHaveLength(43)
})

it('a person, and somebody who does not exist, get no credentials', async () => {
  const { house } = await newHouse()
  expect(await refusalOf(house.clients.create({ userId: 1 as UserId, name: 'Apache' }))).toEqual({
    code: 'service_account_needed',
    field: 'userId',
  })
  expect(await refusalOf(house.clients.create({ userId: 99 as UserId, name: 'Apache' }))).toEqual({
    code: 'not_found',
    field: 'userId',
  })
  expect(house.rows('select * from client')).toEqual([])
  expect(house.actions()).not.toContain('client.created')
})

it('a name is free again once the credentials with it are deleted', async () => {
  const { house, desk } = await newHouse()
  const { client } = await house.clients.create({ userId: desk.id, name: 'Apache' })
  const again = () => house.clients.create({ userId: desk.id, name: 'APACHE' })
  expect(await refusalOf(again())).toEqual({ code: 'client_name_taken', field: 'name' })
  await house.clients.revoke(client.id)
  expect((await again()).client.name).toBe('APACHE')
  expect(house.rows('select * from client')).toHaveLength(2)
})

it('deleted credentials stay with their history, sealed anew, and are not deleted twice', async () => {
  const { house, desk } = await newHouse()
  const { client } = await house.clients.create({ userId: desk.id, name: 'Apache' })
  house.run(`insert into gw.client_usage values ('${client.id}', ${house.now()}, '10.0.0.7', 3)`)
  house.pass(60)
  const { value, enforced } = await house.clients.revoke(client.id)
  expect(enforced).toBe('at_once')
  expect(value).toMatchObject({ status: 'revoked', revokedAt: house.now(), calls: 3 })
  const rights = await house.store.clients.rights(client.id)
  expect(house.rows('select mac from client')[0]!.mac).toEqual(house.seals.client(rights!))
  expect(house.lastEntry()).toMatchObject({
    action: 'client.revoked',
    before: { status: 'active', lastUsedAt: '2026-11-21T12:00:00.000Z' },
    after: { status: 'revoked' },
  })
  expect(house.gateway.told).toEqual(['forget', 'forget'])

  expect(await refusalOf(house.clients.revoke(client.id))).toEqual({ code: 'client_revoked' })
  expect(await refusalOf(house.clients.revoke('AAAAAAAAAAAA' as ClientId))).toEqual({
    code: 'not_found',
  })
  expect(house.actions().filter((action) => action === 'client.revoked')).toHaveLength(1)
})

it('the list shows what is asked for: current or revoked ones, by name, ID or service account', async () => {
  const { house, desk } = await newHouse()
  const shop = await house.users.create({
    kind: 'service_account',
    username: 'shop',
    displayName: 'Ábel Shop',
    signIn: null,
  })
  const { client: apache } = await house.clients.create({ userId: desk.id, name: 'Apache' })
  const { client: node } = await house.clients.create({ userId: shop.id, name: 'Node' })
  const { client: old } = await house.clients.create({ userId: shop.id, name: 'Old' })
  await house.clients.revoke(old.id)
  house.run(`insert into gw.client_usage values ('${apache.id}', ${house.now()}, '10.0.0.7', 3)`)
  const names = async (asked: object) => (await list(house, asked)).rows.map(({ name }) => name)

  expect(await list(house)).toMatchObject({ total: 2, rows: [{ id: node.id }, { id: apache.id }] })
  expect(await names({ show: 'revoked' })).toEqual(['Old'])
  expect(await names({ show: 'all', sort: 'status', direction: 'asc' })).toEqual([
    'Old',
    'Apache',
    'Node',
  ])
  expect(await names({ search: 'abel' })).toEqual(['Node'])
  expect(await names({ search: apache.id.slice(2, 9) })).toContain('Apache')
  expect(await names({ sort: 'lastUsedAt', direction: 'desc' })).toEqual(['Apache', 'Node'])
  expect(await names({ sort: 'calls', direction: 'asc' })).toEqual(['Node', 'Apache'])
  expect(await list(house, { pageSize: 1, page: 1 })).toMatchObject({
    total: 2,
    rows: [{ id: apache.id }],
  })

  await house.users.setStatus({ id: desk.id, version: desk.version, status: 'disabled' })
  expect((await list(house, { search: 'Apache' })).rows).toMatchObject([
    { status: 'user_disabled', lastUsedFrom: '10.0.0.7', calls: 3 },
  ])
})
