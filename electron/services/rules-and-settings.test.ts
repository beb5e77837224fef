import { Policy, PolicyChange } from '../contract/policy'
import { RecordsAsked } from '../contract/record'
import { beforeEach, describe, expect, it } from 'vitest'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
})

describe('the policy', () => {
  it('holds for the gateway before the answer, and is in the log', async () => {
    const stricter = Policy.parse({
      longestLifetimeDays: 90,
      neverAllowed: false,
      callsPerMinute: 600,
    })
    const kept = { ...stricter, version: 2, callsCountedFrom: null }
    const change = { ...stricter, version: 1, confirmedStopping: 0 }
    expect(await house.policy.set(change)).toEqual({ value: kept, enforced: 'at_once' })
    expect(await house.policy.get()).toEqual(kept)
    expect(house.lastEntry()).toMatchObject({
      action: 'policy.changed',
      before: { longestLifetimeDays: 366 },
      after: { longestLifetimeDays: 90 },
    })
    expect(house.gateway.told).toEqual(['forget'])
    expect(house.announced()).toContain('policy')
  })
})

describe('the settings', () => {
  it('have defaults, also where what is stored cannot be read', async () => {
    const defaults = { theme: 'system', clipboardSeconds: 30 }
    expect(await house.settings.get()).toEqual(defaults)
    house.run(`insert into setting (key, value) values ('window', '{"theme":"pink"}')`)
    expect(await house.settings.get()).toEqual(defaults)
  })

  it('are kept, announced and in the log', async () => {
    const dark = { theme: 'dark', clipboardSeconds: 30 } as const
    expect(await house.settings.set(dark)).toEqual(dark)
    expect(await house.settings.get()).toEqual(dark)
    expect(house.lastEntry()).toMatchObject({
      action: 'settings.changed',
      before: { theme: 'system' },
      after: { theme: 'dark' },
    })
    expect(house.announced()).toContain('settings')
  })
})

describe('entities', () => {
  it('are created with their fields, an entry, and known to the gateway', async () => {
    const invoices = await house.createEntity('invoices')
    expect(await house.entities.get(invoices.id)).toEqual(invoices)
    expect(house.lastEntry()).toMatchObject({
      action: 'entity.created',
      subjectId: String(invoices.id),
      after: { name: 'invoices', title: 'Invoices', fields: ['number: string, required'] },
    })
    expect(house.gateway.told).toEqual(['forget'])
    expect(house.announced()).toContain('entities')
  })

  it('have names of their own', async () => {
    await house.createEntity('invoices')
    expect(await refusalOf(house.createEntity('invoices'))).toEqual({
      code: 'entity_name_taken',
      field: 'name',
    })
  })

  it('are a thousand at most, every one of which can be chosen', async () => {
    await house.createEntity('first')
    house.run(`insert into entity
      (name, title, title_key, fields, next_field_id, rules, created_at, version)
      with recursive one (number) as (select 2 union all select number + 1 from one where number < 999)
      select name || number, title, title_key, fields, next_field_id, rules, created_at, version
      from entity, one`)
    await house.createEntity('last')
    const names = (await house.entities.names()).map(({ name }) => name)
    expect(names).toHaveLength(1_000)
    expect(names).toContain('last')
    const entries = house.actions().length
    expect(await refusalOf(house.createEntity('one_more'))).toEqual({ code: 'too_many_entities' })
    expect(house.rows('select count(*) as entities from entity')).toEqual([{ entities: 1_000 }])
    expect(house.actions()).toHaveLength(entries)
  })

  it('that do not exist have no records', async () => {
    const none = house.records.list(RecordsAsked.parse({ entityId: 99 }))
    expect(await refusalOf(none)).toEqual({ code: 'not_found' })
  })
})

it('nothing is changed by anyone who is not signed in', async () => {
  await house.session.signOut()
  const entries = house.actions().length
  const refused = { code: 'not_signed_in' }
  const policy = PolicyChange.parse({
    version: 1,
    longestLifetimeDays: 1,
    neverAllowed: true,
    callsPerMinute: 600,
  })
  expect(await refusalOf(house.policy.set(policy))).toEqual(refused)
  expect(await refusalOf(house.createEntity('invoices'))).toEqual(refused)
  expect(await refusalOf(house.gatewayService.start())).toEqual(refused)
  expect(
    await refusalOf(
      house.gatewayService.setListening({
        address: '127.0.0.1',
        port: 9000,
        tls: null,
        hostNames: [],
      }),
    ),
  ).toEqual(refused)
  expect(house.actions()).toHaveLength(entries)
  expect(house.gateway.told).toEqual([])
})

it('the chain of all these entries is unbroken', async () => {
  await house.createEntity('invoices')
  expect(await house.activity.verify()).toMatchObject({
    checked: house.actions().length,
    brokenAt: null,
  })
  house.run(`update activity set actor_name = 'Eve' where seq = 2`)
  expect((await house.activity.verify()).brokenAt).toBe(2)
})
