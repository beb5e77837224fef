import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gatewayKeys } from './crypto/keys'
import type { FromGateway, ToGateway } from './gateway-messages'
import { loopbackPlace } from './services/listening-place'
import { Refusal } from './services/refusal'
import { runUnderMain, type Gateway, type Parent } from './gateway-under-main'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const order: Extract<ToGateway, { kind: 'start' }> = {
  kind: 'start',
  keys: gatewayKeys(Buffer.alloc(32)),
  folder: '/profile',
  place: loopbackPlace(4_000),
  clockOffset: 0,
}

function world(changed: Partial<Gateway> = {}) {
  const told: FromGateway[] = []
  const did: string[] = []
  let hearMessage: (message: { data: ToGateway }) => void = () => undefined
  let hearClose = () => undefined as void
  const parent: Parent = {
    on(event: 'message' | 'close', heard: never) {
      if (event === 'message') hearMessage = heard
      else hearClose = heard
    },
    postMessage: (message) => void told.push(message),
  }
  const calls = { allowed: 1, refused: 0, perSecond: 1, lastAt: 5 }
  const gateway: Gateway = {
    listen: async () => 4_000,
    served: () => null,
    lookForRenewal: () => null,
    forget: () => void did.push('forget'),
    writeCalls: async () => (did.push('write'), true),
    secondPassed: () => calls,
    close: async () => void did.push('close'),
    ...changed,
  }
  runUnderMain({ parent, compose: () => gateway, exit: (code) => void did.push(`exit ${code}`) })
  return { told, did, say: (data: ToGateway) => hearMessage({ data }), vanish: () => hearClose() }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

it('a gateway process listens when told to, and says on which port', async () => {
  const { say, told } = world({ listen: async () => 40_000 })
  say(order)
  await settled()
  expect(told).toEqual([{ kind: 'listening', port: 40_000, served: null }])
})

it('a port that is taken is told by its code', async () => {
  const { say, told } = world({
    listen: () => Promise.reject(Object.assign(new Error('taken'), { code: 'EADDRINUSE' })),
  })
  say(order)
  await settled()
  expect(told).toEqual([{ kind: 'failed', code: 'port_in_use' }])
})

it('any other failure is told as ours, with its text for the log', async () => {
  const { say, told } = world({ listen: () => Promise.reject(new Error('no such folder')) })
  say(order)
  await settled()
  expect(told).toMatchObject([
    { kind: 'fault', text: expect.stringContaining('no such folder') },
    { kind: 'failed', code: 'internal' },
  ])
})

it('a change is acknowledged by its number, after what was cached is dropped', async () => {
  const { say, told, did } = world()
  say(order)
  await settled()
  say({ kind: 'forget', number: 7 })
  expect(did).toEqual(['forget'])
  expect(told.at(-1)).toEqual({ kind: 'forgotten', number: 7 })
})

it('usage is written twice a second and main is told; figures once a second as a sign of life', async () => {
  const { say, told } = world()
  say(order)
  await settled()
  told.length = 0
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told.filter((one) => one.kind === 'kept')).toHaveLength(4)
  expect(told.filter((one) => one.kind === 'figures')).toHaveLength(2)
})

it('main is not told of writes where there was nothing to write', async () => {
  const { say, told } = world({ writeCalls: async () => false })
  say(order)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told.filter((one) => one.kind === 'kept')).toEqual([])
})

it('a write that fails is reported, and tried again', async () => {
  const { say, told } = world({ writeCalls: () => Promise.reject(new Error('disk full')) })
  say(order)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told.filter((one) => one.kind === 'fault')).toHaveLength(2)
})

it.each(['say stop', 'vanish'])(
  'a gateway process closes and exits when main does this: %s',
  async (how) => {
    const { say, vanish, did } = world()
    say(order)
    await settled()
    if (how === 'vanish') vanish()
    else say({ kind: 'stop' })
    await settled()
    expect(did).toEqual(['close', 'exit 0'])
  },
)

it('a gateway process exits also when it cannot close, and before it was ever started', async () => {
  const failing = world({ close: () => Promise.reject(new Error('busy')) })
  failing.say(order)
  await settled()
  failing.say({ kind: 'stop' })
  const early = world()
  early.say({ kind: 'stop' })
  await settled()
  expect([failing.did, early.did]).toEqual([['exit 1'], ['exit 0']])
})

it('a certificate that was renewed is told, and why where it is not used', async () => {
  const served = { pem: 'pem' } as NonNullable<ReturnType<Gateway['served']>>
  const renewals = [null, { failure: null }, { failure: 'certificate_expired' as const }]
  const { say, told } = world({
    served: () => served,
    lookForRenewal: () => renewals.shift() ?? null,
  })
  say(order)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told.filter((one) => one.kind === 'renewed')).toEqual([
    { kind: 'renewed', served, failure: null },
    { kind: 'renewed', served, failure: 'certificate_expired' },
  ])
  expect(told.filter((one) => one.kind === 'fault')).toMatchObject([
    { text: expect.stringContaining('certificate_expired') },
  ])
})

it.each([
  ['EADDRNOTAVAIL', 'address_not_available'],
  ['EACCES', 'port_not_allowed'],
])("the system's %s is told as %s, and is no fault of ours", async (code, told) => {
  const failing = world({ listen: () => Promise.reject(Object.assign(new Error(code), { code })) })
  failing.say(order)
  await settled()
  expect(failing.told).toEqual([{ kind: 'failed', code: told }])
})

it('a refusal is told by its code', async () => {
  const { say, told } = world({ listen: () => Promise.reject(new Refusal('tls_needed')) })
  say(order)
  await settled()
  expect(told).toEqual([{ kind: 'failed', code: 'tls_needed' }])
})
