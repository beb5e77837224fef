import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ClientsAsked, clientStatuses } from '../contract/client'
import { evidenceOf } from '../contract/rotation'
import { tokenStatuses } from '../contract/token'
import { createClientFormat } from '../crypto/client-format'
import { createSeals, deriveKeys } from '../crypto/keys'
import { createTokenFormat } from '../crypto/token-format'
import { createFakePasswords } from '../services/passwords.fixture'
import { isWithin } from '../services/networks'
import { validateRecord } from '../services/record-validation'
import { verify } from '../services/verify'
import { createSqliteGatewayData } from '../store/sqlite/sqlite-gateway-data'
import { createSqliteRegistry } from '../store/sqlite/sqlite-registry'
import { fillDemo } from './fill-demo'

const now = Date.UTC(2026, 10, 21, 12)

async function openDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-demo-test-'))
  const seals = createSeals(deriveKeys(Buffer.alloc(32, 7)))
  const store = createSqliteRegistry({ folder, chain: seals.chain, anchor: seals.anchor })
  const gatewayData = createSqliteGatewayData({ folder })
  const close = () => {
    gatewayData.close()
    store.close()
    rmSync(folder, { recursive: true })
  }
  const administrator = await fillDemo({
    store,
    gatewayData,
    seals,
    format: createTokenFormat({ randomBytes }),
    clientFormat: createClientFormat({ randomBytes }),
    passwords: createFakePasswords().passwords,
    now: () => now,
    randomText: (bytes) => randomBytes(bytes).toString('base64'),
  })
  const rows = (sql: string) => {
    const database = new Database(join(folder, 'registry.db'), { readonly: true })
    database.exec(`attach '${join(folder, 'gateway.db')}' as gw`)
    const found = database.prepare(sql).all() as Record<string, unknown>[]
    database.close()
    return found
  }
  const tokens = async () => {
    const users = await store.users.list(
      { page: 0, pageSize: 100, sort: 'username', direction: 'asc' },
      now,
    )
    const pages = users.rows.map(({ id: userId }) =>
      store.tokens.list(
        { userId, show: 'all', page: 0, pageSize: 100, sort: 'name', direction: 'asc' },
        now,
      ),
    )
    return (await Promise.all(pages)).flatMap((page) => page.rows)
  }
  return { store, seals, gatewayData, administrator, rows, tokens, close }
}

describe('the demo', () => {
  // Nothing here changes it, and filling one takes a second.
  let demo: Awaited<ReturnType<typeof openDemo>>
  beforeAll(async () => void (demo = await openDemo()), 30_000)
  afterAll(() => demo.close())

  test('holds 14 people, 10 service accounts, 6 entities with records and 66 tokens', async () => {
    const { store, rows, administrator } = demo
    expect(await store.overview(now)).toMatchObject({
      people: 14,
      serviceAccounts: 10,
      entities: 6,
    })
    expect(rows('select count(*) as n from token')).toEqual([{ n: 66 }])
    expect(rows(`select kind from token group by kind`)).toEqual([{ kind: 'x' }])
    const counts = rows('select count(*) as n from gw.record group by entity_id')
    for (const { n } of counts)
      expect(n).toSatisfy((count: number) => count >= 40 && count <= 1_500)
    const all = counts.reduce((sum, { n }) => sum + Number(n), 0)
    expect(all).toBeGreaterThan(3_500)
    expect(administrator).toMatchObject({ username: 'demo', role: 'administrator' })
  })

  test('shows every status, and tokens that were never, lately and long ago used', async () => {
    const { tokens } = demo
    const all = await tokens()
    expect(new Set(all.map((one) => one.status))).toEqual(new Set(tokenStatuses))
    const active = all.filter((one) => one.status === 'active')
    const ages = active.map((one) => (one.lastUsedAt === null ? null : now - one.lastUsedAt))
    expect(ages).toContain(null)
    expect(ages.some((age) => age !== null && age < 2 * 3_600_000)).toBe(true)
    expect(ages.some((age) => age !== null && age > 90 * 86_400_000)).toBe(true)
  })

  test('has credentials in every status, all of them genuine, and used while they counted', async () => {
    const { store, seals, gatewayData } = demo
    const asked = ClientsAsked.parse({ show: 'all', pageSize: 100 })
    const { rows } = await store.clients.list(asked)
    expect(new Set(rows.map((one) => one.status))).toEqual(new Set(clientStatuses))
    expect(rows.map((one) => one.lastUsedAt)).toContain(null)
    for (const { id, createdAt, lastUsedAt, revokedAt } of rows) {
      const stored = (await gatewayData.findClient(id))!
      expect(stored.mac).toEqual(seals.client(stored))
      if (lastUsedAt === null) continue
      expect(lastUsedAt).toBeGreaterThan(createdAt)
      expect(lastUsedAt).toBeLessThan(revokedAt ?? now)
    }
  })

  test('has only genuine tokens, each within the access that its user had when it was made', async () => {
    const { store, seals, gatewayData, tokens } = demo
    const beyond: string[] = []
    for (const { id, name, grants, createdAt, lastUsedAt } of await tokens()) {
      const stored = await gatewayData.findToken(id)
      expect(stored && seals.rights(stored).equals(stored.rightsMac), name).toBe(true)
      expect(createdAt).toBeLessThan(now)
      expect(lastUsedAt ?? createdAt).toBeGreaterThanOrEqual(createdAt)
      expect(lastUsedAt ?? 0).toBeLessThan(now)
      const known = {
        ...stored!,
        presented: { number: 1, validUntil: null },
        genuine: true,
        userActive: true,
        enabled: true,
        startsAt: null,
      }
      for (const { entityId, permissions } of grants)
        for (const permission of permissions) {
          const ideal = { ...known, revokedAt: null, expiresAt: null, longestLifetimeDays: null }
          const verdict = verify(ideal, { wanted: { entityId, permission }, source: null }, now)
          if (!verdict.allowed) beyond.push(`${name}: ${permission}`)
        }
    }
    expect(beyond).toEqual(['Order clean-up: delete'])
    expect((await store.activity.verify()).brokenAt).toBeNull()
  })

  test('keeps records that the gateway itself would have taken', async () => {
    const { store, gatewayData } = demo
    for (const entity of await store.entities.all()) {
      const query = { where: [], order: { by: 'id', direction: 'asc' } } as const
      const listed = await gatewayData.records.list(entity, { ...query, where: [] }, null, 2_000)
      for (const { record } of listed) {
        expect(validateRecord(entity, record.data)).toEqual({
          ok: true,
          data: expect.objectContaining(record.data),
        })
        expect(record.createdAt).toBeLessThan(now)
      }
    }
  })

  test('counts as many refused calls as it lists, each after the token stopped working', async () => {
    const { store, tokens } = demo
    const { rows } = await store.calls.refused({ page: 0, pageSize: 100 })
    const more = await store.calls.refused({ page: 1, pageSize: 100 })
    const calls = [...rows, ...more.rows]
    expect(new Set(calls.map((one) => one.reason)).size).toBeGreaterThanOrEqual(14)
    for (const token of await tokens()) {
      const own = calls.filter((one) => one.tokenId === token.id)
      expect(own.length, token.name).toBe(token.refusedCalls)
      for (const { reason, at } of own) {
        expect(at).toBeLessThan(now)
        if (reason === 'secret_replaced') expect(at).toBeGreaterThan(token.rotatedAt!)
        if (reason === 'revoked') expect(at).toBeGreaterThan(token.revokedAt!)
        if (reason === 'expired') expect(at).toBeGreaterThan(token.expiresAt!)
      }
    }
  })

  /** The records of an entity, by id. */
  async function recordsOf(name: string) {
    const entity = (await demo.store.entities.all()).find((one) => one.name === name)!
    const query = { where: [], order: { by: 'id', direction: 'asc' } } as const
    const listed = await demo.gatewayData.records.list(entity, { ...query, where: [] }, null, 2_000)
    return new Map(listed.map(({ record }) => [record.id, record]))
  }
  const centsOf = (text: unknown) => Math.round(Number(text) * 100)
  const textOf = (value: unknown) => value as string

  test('has orders whose items add up, of products and customers that were there before', async () => {
    const [orders, customers, products] = await Promise.all(
      ['orders', 'customers', 'products'].map(recordsOf),
    )
    const bySku = new Map([...products!.values()].map((one) => [one.data.sku, one]))
    for (const { data, createdAt } of orders!.values()) {
      const items = data.items as { sku: string; quantity: number; price: string }[]
      const sum = items.reduce((total, one) => total + one.quantity * centsOf(one.price), 0)
      expect([centsOf(data.total), data.lines]).toEqual([sum, items.length])
      for (const { sku } of items) expect(bySku.get(sku)!.createdAt).toBeLessThan(createdAt)
      const customer = customers!.get(textOf(data.customer))!
      expect(customer.createdAt).toBeLessThan(createdAt)
      if (customer.data.country === 'CZ') expect(data.currency).toBe('CZK')
    }
    const statuses = [...orders!.values()].map(({ data }) => data.status)
    expect(new Set(statuses).size).toBe(5)
  })

  test('has one invoice for every order that was sent, with the same customer, and a status that its dates bear out', async () => {
    const [orders, invoices] = await Promise.all(['orders', 'invoices'].map(recordsOf))
    const today = new Date(now).toISOString().slice(0, 10)
    for (const { data, createdAt } of invoices!.values()) {
      const order = orders!.get(textOf(data.order))!
      expect(order.createdAt).toBeLessThan(createdAt)
      expect(['Shipped', 'Delivered']).toContain(order.data.status)
      const same = [data.customer, data.currency, data.net]
      expect(same).toEqual([order.data.customer, order.data.currency, order.data.total])
      expect(centsOf(data.net) + centsOf(data.vat)).toBe(centsOf(data.total))
      const [issued, due, paid] = [data.issued_on, data.due_on, data.paid_on].map(textOf)
      expect(due! > issued!).toBe(true)
      if (data.status === 'Paid') expect(paid! >= issued! && paid! <= today).toBe(true)
      else expect(paid).toBeUndefined()
      if (data.status === 'Overdue') expect(due! < today).toBe(true)
      if (data.status === 'Sent') expect(due! >= today).toBe(true)
    }
    const sent = [...orders!.values()].filter(({ data }) =>
      ['Shipped', 'Delivered'].includes(textOf(data.status)),
    )
    expect(invoices!.size).toBe(sent.length)
    const counts = Map.groupBy(invoices!.values(), ({ data }) => data.status)
    expect(new Set(counts.keys())).toEqual(new Set(['Cancelled', 'Overdue', 'Paid', 'Sent']))
    expect(counts.get('Overdue')!.length).toBeLessThan(counts.get('Paid')!.length / 5)
  })

  test('gives no two customers, products or e-mail addresses the same name', async () => {
    for (const [entity, field] of [
      ['customers', 'name'],
      ['customers', 'email'],
      ['products', 'title'],
    ] as const) {
      const values = [...(await recordsOf(entity)).values()].map(({ data }) => data[field])
      expect(new Set(values).size, `${entity}.${field}`).toBe(values.length)
    }
  })

  test('has tokens with networks, with a rate and with a start; those with networks were used from within', async () => {
    const all = await demo.tokens()
    const limited = all.filter((one) => one.networks.length > 0)
    expect(limited.length).toBeGreaterThanOrEqual(4)
    for (const { networks, lastUsedFrom, name } of limited)
      expect(isWithin(lastUsedFrom!, networks), name).toBe(true)
    expect(all.filter((one) => one.callsPerMinute !== null).length).toBeGreaterThanOrEqual(3)
    expect(all.filter((one) => one.startsAt !== null).length).toBeGreaterThanOrEqual(3)
    const { rows } = await demo.store.calls.refused({ page: 0, pageSize: 100 })
    for (const { reason, source, tokenId } of rows.filter(
      (one) => one.reason === 'source_not_allowed',
    ))
      expect([reason, isWithin(source, all.find(({ id }) => id === tokenId)!.networks)]).toEqual([
        reason,
        false,
      ])
  })

  test('has tokens that are still called although they expired', async () => {
    const page = await demo.store.calls.expiredButCalled({ page: 0, pageSize: 100 }, now)
    expect(page.rows.map((one) => one.tokenName).toSorted()).toEqual([
      'Christmas campaign',
      'Courier trial',
    ])
  })

  test('has a token that rotates and can be finished, and one whose replaced secret is still called', async () => {
    const { store, tokens } = demo
    const rotating = (await tokens()).filter((one) => one.rotatingUntil !== null)
    expect(rotating.map((one) => one.name)).toEqual(['Shipment status'])
    const { all } = (await store.tokens.secrets(rotating[0]!.id))!
    expect(evidenceOf(all[1]!, all, now)).toMatchObject({ verdict: 'safe' })
    const { rows } = await store.calls.replacedButCalled({ page: 0, pageSize: 100 }, now)
    expect(rows.map((one) => one.tokenName)).toEqual(['Order picking'])
    expect((await store.tokens.secrets(rows[0]!.tokenId))!.refused.calls).toBe(rows[0]!.calls)
  })

  test('uses what fields can do: unique, indexed, sensitive, enum, ref, json', async () => {
    const fields = (await demo.store.entities.all()).flatMap((one) => one.fields)
    for (const attribute of ['unique', 'indexed', 'sensitive'] as const)
      expect(
        fields.some((one) => one[attribute] === true),
        attribute,
      ).toBe(true)
    const types = new Set(fields.map((one) => one.type))
    for (const type of ['enum', 'ref', 'decimal', 'date', 'datetime', 'email', 'json'] as const)
      expect(types).toContain(type)
  })

  test('counts calls of a day that a company of this size would make', async () => {
    const { store } = demo
    const { allowedToday, refusedToday } = await store.overview(now)
    expect(allowedToday).toSatisfy((calls: number) => calls > 5_000 && calls < 200_000)
    expect(refusedToday).toBeGreaterThan(0)
  })

  test('tells the same story each time, but never with the same secrets', async () => {
    const storyOf = ({ rows }: typeof demo) => ({
      same: [
        'select kind, username, display_name, role, status, created_at from user order by id',
        'select name, note, user_id, enabled, starts_at, expires_at, revoked_at from token order by id',
        'select * from gw.record order by entity_id, id',
        'select at, source, method, entity, permission, reason from gw.refused_call order by id',
        'select at, action, actor_name, subject_name from activity order by seq',
      ].map(rows),
      secrets: rows('select hex(digest) from token order by id'),
    })
    const again = await openDemo()
    const [one, other] = [storyOf(demo), storyOf(again)]
    again.close()
    expect(other.same).toEqual(one.same)
    expect(other.secrets).not.toEqual(one.secrets)
  }, 30_000)

  test('writes its history in the order in which it happened, and says that it is a demo', async () => {
    const { rows } = demo
    const entries = rows('select at, action from activity order by seq')
    const moments = entries.map(({ at }) => at as number)
    expect(moments).toEqual(moments.toSorted((one, other) => one - other))
    expect(entries.at(-1)).toEqual({ at: now, action: 'demo.filled' })
  })
})
