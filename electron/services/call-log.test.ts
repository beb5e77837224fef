import { expect, it } from 'vitest'
import type { ClientId, EntityId, TokenId } from '../contract/id'
import type { CallCount, ClientCount, RefusedRow, UnlistedRefusals } from '../store/gateway-data'
import { createCallLog, type Called, type RefusedNow } from './call-log'

const shop = 'aaaaaaaaaaaa' as TokenId
const erp = 'bbbbbbbbbbbb' as TokenId
const call: RefusedNow = {
  source: '127.0.0.1',
  tokenId: shop,
  method: 'GET',
  entity: 'invoices',
  permission: 'read',
  reason: 'expired',
  status: 401,
}

/** Calls from here and there, so that each of them is a row of its own. */
const from = (index: number): RefusedNow => ({
  ...call,
  source: `10.0.${index >> 8}.${index & 255}`,
})
const row = (at: number, over: Partial<RefusedRow> = {}) => ({
  ...call,
  at,
  lastAt: at,
  calls: 1,
  ...over,
})

const by = (tokenId: TokenId): Called => ({
  tokenId,
  secretNumber: 1,
  presented: { number: 1, validUntil: null },
})

function world() {
  const clock = { now: 1_000 }
  const kept: { counts: CallCount[]; refused: RefusedRow[] }[] = []
  const unlisted: UnlistedRefusals[] = []
  const clients: ClientCount[] = []
  const failing = { now: false, meanwhile: () => undefined as void }
  const log = createCallLog({
    now: () => clock.now++,
    async keep(counts, refused, without = [], asked = []) {
      if (failing.now) {
        failing.meanwhile()
        throw new Error('disk full')
      }
      kept.push({ counts, refused })
      unlisted.push(...without)
      clients.push(...asked)
    },
  })
  return { log, clock, kept, unlisted, clients, failing }
}

it('many calls become one write: counts, the last use, and each refusal', async () => {
  const { log, kept } = world()
  log.allowed(by(shop), '127.0.0.1', null)
  log.allowed(by(shop), '127.0.0.2', null)
  log.allowed(by(erp), '127.0.0.3', null)
  log.refused(call, true)
  expect(await log.write()).toBe(true)
  expect(kept).toEqual([
    {
      counts: [
        {
          tokenId: shop,
          allowed: 2,
          refused: 1,
          lastUsedAt: 1_001,
          lastUsedFrom: '127.0.0.2',
          calledAt: 1_003,
          uses: [],
          secrets: [],
        },
        {
          tokenId: erp,
          allowed: 1,
          refused: 0,
          lastUsedAt: 1_002,
          lastUsedFrom: '127.0.0.3',
          calledAt: 1_002,
          uses: [],
          secrets: [],
        },
      ],
      refused: [row(1_003)],
    },
  ])
})

it('nothing is written where nothing happened', async () => {
  const { log, kept } = world()
  log.allowed(by(shop), '127.0.0.1', null)
  await log.write()
  expect(await log.write()).toBe(false)
  expect(kept).toHaveLength(1)
})

it('a refused call is no use of the token', async () => {
  const { log, kept } = world()
  log.refused(call, true)
  await log.write()
  expect(kept[0]?.counts).toEqual([
    {
      tokenId: shop,
      allowed: 0,
      refused: 1,
      lastUsedAt: null,
      lastUsedFrom: null,
      calledAt: 1_000,
      uses: [],
      secrets: [],
    },
  ])
})

it('a flood of made-up tokens costs 100 rows and no count, and hides no real refusal', async () => {
  const { log, kept, unlisted } = world()
  for (let index = 0; index < 10_000; index++) {
    log.refused({ ...call, tokenId: String(index).padStart(12, '0') as TokenId }, false)
  }
  for (let index = 0; index < 10_000; index++) log.refused(from(index), true)
  await log.write()
  expect(kept[0]?.counts).toEqual([expect.objectContaining({ tokenId: shop, refused: 10_000 })])
  expect(kept[0]?.refused).toHaveLength(500)
  expect(kept[0]?.refused.filter(({ tokenId }) => tokenId === shop)).toHaveLength(400)
  expect(log.figures()).toMatchObject({ allowed: 0, refused: 20_000 })
  expect(unlisted).toEqual([{ at: 0, refused: 19_500 }])

  log.refused(call, false)
  await log.write()
  expect(kept[1]?.refused).toHaveLength(1)
  expect(unlisted).toHaveLength(1)
})

it.each(['wrong_secret', 'wrong_client_secret'] as const)(
  'a flood of %s, which anybody can send who knows an ID, hides no real refusal',
  async (reason) => {
    const { log, kept } = world()
    for (let index = 0; index < 1_000; index++)
      log.refused({ ...call, entity: `made_up_${index}`, reason }, true)
    log.refused({ ...call, tokenId: erp }, true)
    await log.write()
    expect(kept[0]?.refused).toHaveLength(101)
    expect(kept[0]?.refused.at(-1)).toMatchObject({ tokenId: erp, reason: 'expired' })
    // Whose token is tried is still told by its count.
    expect(kept[0]?.counts[0]).toMatchObject({ tokenId: shop, refused: 1_000 })
  },
)

it('refusals that got no row are counted in their hour', async () => {
  const { log, clock, unlisted } = world()
  for (let index = 0; index < 501; index++) log.refused(from(index), true)
  clock.now = 7_300_000
  for (let index = 601; index < 603; index++) log.refused(from(index), true)
  await log.write()
  expect(unlisted).toEqual([
    { at: 0, refused: 1 },
    { at: 7_200_000, refused: 2 },
  ])
})

it('what could not be written is written the next time, with what came since', async () => {
  const { log, kept, failing } = world()
  log.allowed(by(shop), '127.0.0.1', null)
  log.refused(call, true)
  failing.now = true
  await expect(log.write()).rejects.toThrow('disk full')
  log.refused(call, true)
  failing.now = false
  await log.write()
  expect(kept).toEqual([
    {
      counts: [
        {
          tokenId: shop,
          allowed: 1,
          refused: 2,
          lastUsedAt: 1_000,
          lastUsedFrom: '127.0.0.1',
          calledAt: 1_002,
          uses: [],
          secrets: [],
        },
      ],
      refused: [row(1_001, { lastAt: 1_002, calls: 2 })],
    },
  ])
})

it('refusals that came while a write failed keep their rows as far as there is room', async () => {
  const { log, kept, unlisted, failing } = world()
  let next = 0
  const refuse = (calls: number) => {
    for (let index = 0; index < calls; index++) log.refused(from(next++), true)
  }
  Object.assign(failing, { now: true, meanwhile: () => refuse(300) })
  refuse(400)
  await expect(log.write()).rejects.toThrow('disk full')
  failing.now = false
  await log.write()
  expect(kept[0]?.refused).toHaveLength(500)
  expect(unlisted).toEqual([{ at: 0, refused: 200 }])
})

it('a disk that stays full makes nothing grow, and loses no count', async () => {
  const { log, kept, unlisted, failing } = world()
  failing.now = true
  for (let round = 0; round < 20; round++) {
    for (let index = 0; index < 500; index++) log.refused(from(round * 500 + index), true)
    await expect(log.write()).rejects.toThrow('disk full')
  }
  failing.now = false
  await log.write()
  expect(kept[0]?.refused).toHaveLength(500)
  expect(kept[0]?.counts).toMatchObject([{ refused: 10_000 }])
  expect(unlisted).toEqual([{ at: 0, refused: 9_500 }])
})

it('the figures of a second are those of the last full one', () => {
  const { log } = world()
  log.allowed(by(shop), '127.0.0.1', null)
  log.refused(call, false)
  expect(log.figures().perSecond).toBe(0)
  log.secondPassed()
  expect(log.figures()).toEqual({ allowed: 1, refused: 1, perSecond: 2, lastAt: 1_001 })
  log.secondPassed()
  expect(log.figures().perSecond).toBe(0)
})

it('equal refused calls are one row that says how many, and since when', async () => {
  const { log, kept } = world()
  for (let index = 0; index < 2_000; index++) log.refused(call, true)
  log.refused({ ...call, entity: 'orders' }, true)
  await log.write()
  expect(kept[0]?.refused).toEqual([
    row(1_000, { lastAt: 2_999, calls: 2_000 }),
    row(3_000, { entity: 'orders' }),
  ])
  expect(kept[0]?.counts).toMatchObject([{ refused: 2_001 }])
})

it('the use of a token is counted by entity and permission', async () => {
  const { log, kept } = world()
  const [invoices, orders] = [1 as EntityId, 2 as EntityId]
  log.allowed(by(shop), '127.0.0.1', { entityId: invoices, permission: 'read' })
  log.allowed(by(shop), '127.0.0.1', { entityId: orders, permission: 'read' })
  log.allowed(by(shop), '127.0.0.1', { entityId: invoices, permission: 'read' })
  log.allowed(by(shop), '127.0.0.1', null)
  await log.write()
  expect(kept[0]?.counts[0]?.uses).toEqual([
    { entityId: invoices, permission: 'read', calls: 2, lastUsedAt: 1_002 },
    { entityId: orders, permission: 'read', calls: 1, lastUsedAt: 1_001 },
  ])
})

it('who asks about tokens is counted, and what could not be written comes with the next', async () => {
  const { log, clients, failing } = world()
  const desk = 'cccccccccccc' as ClientId
  const other = 'dddddddddddd' as ClientId
  log.asked(desk, '10.0.0.1')
  log.asked(desk, '10.0.0.2')
  failing.now = true
  failing.meanwhile = () => log.asked(other, '10.0.0.4')
  await expect(log.write()).rejects.toThrow('disk full')
  failing.now = false
  log.asked(desk, '10.0.0.3')
  expect(await log.write()).toBe(true)
  expect(clients).toEqual([
    { clientId: desk, calls: 3, lastUsedAt: 1_003, lastUsedFrom: '10.0.0.3' },
    { clientId: other, calls: 1, lastUsedAt: 1_002, lastUsedFrom: '10.0.0.4' },
  ])
  expect(await log.write()).toBe(false)
  expect(log.figures()).toMatchObject({ allowed: 0, refused: 0, lastAt: null })
})
