import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createGatewayHost } from './gateway-host'
import { gatewayKeys } from './crypto/keys'
import type { GatewayChild } from './gateway-life'
import type { FromGateway, ToGateway } from './gateway-messages'
import { loopbackPlace } from './services/listening-place'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Behaviour = 'listens' | 'port is taken' | 'dies at once' | 'says nothing' | 'cannot be made'

/**
 * A gateway process that behaves as the test says; `hangs` hears orders and does nothing, not even
 * tell its figures; one that is `halted` does not hear a polite kill either.
 */
function createChild(behaviour: Behaviour) {
  const events = new EventEmitter()
  const told: ToGateway[] = []
  const child = {
    told,
    hangs: false,
    isHalted: false,
    isDead: false,
    pid: undefined as number | undefined,
    on: (event: 'message', heard: (message: FromGateway) => void) => events.on(event, heard),
    once: (event: 'exit', heard: (code: number) => void) => events.once(event, heard),
    say: (message: FromGateway) => events.emit('message', message),
    die(code = 1) {
      if (child.isDead) return
      child.isDead = true
      clearInterval(figures)
      events.emit('exit', code)
    },
    kill() {
      if (!child.isHalted) queueMicrotask(() => child.die())
      return true
    },
    postMessage(message: ToGateway) {
      told.push(message)
      if (child.hangs) return
      queueMicrotask(() => {
        if (message.kind === 'start') begin(message.place.port)
        if (message.kind === 'forget') child.say({ kind: 'forgotten', number: message.number })
        if (message.kind === 'stop') child.die(0)
      })
    },
  }
  let figures: NodeJS.Timeout | undefined
  function begin(port: number) {
    if (behaviour === 'listens') {
      child.say({ kind: 'listening', port: port || 40_000, served: null })
      figures = setInterval(() => child.hangs || child.say({ kind: 'figures', calls: none }), 1_000)
    }
    if (behaviour === 'port is taken') child.say({ kind: 'failed', code: 'port_in_use' })
    if (behaviour === 'dies at once') child.die()
  }
  return child satisfies GatewayChild
}

const none = { allowed: 0, refused: 0, perSecond: 0, lastAt: null }

function world(...behaviours: Behaviour[]) {
  const children: ReturnType<typeof createChild>[] = []
  const announced: string[] = []
  const reported: string[] = []
  const host = createGatewayHost({
    fork() {
      if (behaviours[children.length] === 'cannot be made') throw new Error('no such file')
      expect(children.every((one) => one.isDead)).toBe(true)
      const child = createChild(behaviours[children.length] ?? 'listens')
      children.push(child)
      return child
    },
    entryFile: 'gateway.js',
    init: (place) => ({
      kind: 'start',
      keys: gatewayKeys(Buffer.alloc(32)),
      folder: '/profile',
      place,
      clockOffset: 0,
    }),
    now: () => 1_000 + Date.now(),
    announce: (...topics) => void announced.push(...topics),
    report: (text) => void reported.push(text),
  })
  return { host, children, announced, reported, last: () => children.at(-1)! }
}

it('a started gateway runs, and says where', async () => {
  const { host, announced } = world()
  expect(host.state()).toMatchObject({ state: 'stopped', startedAt: null })
  expect(await host.start(loopbackPlace(4_000))).toMatchObject({
    state: 'running',
    address: '127.0.0.1',
    port: 4_000,
    baseUrl: 'http://127.0.0.1:4000',
    startedAt: expect.any(Number),
    failure: null,
  })
  expect(announced).toContain('gateway')
})

it('the port is the one it got where any would do', async () => {
  expect((await world().host.start(loopbackPlace(0))).port).toBe(40_000)
})

it('a port that is taken is a failure with its number, and the process is gone', async () => {
  const { host, last } = world('port is taken', 'listens')
  expect(await host.start(loopbackPlace(4_000))).toMatchObject({
    state: 'failed',
    failure: { code: 'port_in_use', detail: { port: 4_000 } },
  })
  expect(last().isDead).toBe(true)
  expect(await host.start(loopbackPlace(4_001))).toMatchObject({ state: 'running', failure: null })
})

it('a gateway that says nothing has failed after a while', async () => {
  const { host, last } = world('says nothing')
  const started = host.start(loopbackPlace(4_000))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await started).toMatchObject({
    state: 'failed',
    failure: { code: 'gateway_not_answering' },
  })
  expect(last().isDead).toBe(true)
})

it('a gateway whose process cannot be made has failed, and holds nobody up', async () => {
  const { host, reported } = world('cannot be made')
  expect(await host.start(loopbackPlace(4_000))).toMatchObject({
    state: 'failed',
    failure: { code: 'internal' },
  })
  expect(await host.forget()).toBe('gateway_stopped')
  expect(reported).toEqual([expect.stringContaining('no such file')])
})

it('a stopped gateway was asked to stop, so that it could write what it counted', async () => {
  const { host, last } = world()
  await host.start(loopbackPlace(4_000))
  expect(await host.stop()).toMatchObject({ state: 'stopped', startedAt: null, failure: null })
  expect(last().told.map((one) => one.kind)).toEqual(['start', 'stop'])
  expect(last().isDead).toBe(true)
})

it('a gateway that does not stop is killed', async () => {
  const { host, last } = world()
  await host.start(loopbackPlace(4_000))
  last().hangs = true
  const stopped = host.stop()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await stopped).toMatchObject({ state: 'stopped' })
  expect(last().isDead).toBe(true)
})

it('starting on another port moves it; on the same port it stays', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  await host.start(loopbackPlace(4_000))
  expect(children).toHaveLength(1)
  expect(await host.start(loopbackPlace(4_001))).toMatchObject({ state: 'running', port: 4_001 })
  expect(children.map((one) => one.isDead)).toEqual([true, false])
})

it('orders given at once are carried out one after the other', async () => {
  const { host } = world()
  const states = await Promise.all([
    host.start(loopbackPlace(4_000)),
    host.stop(),
    host.start(loopbackPlace(4_001)),
    host.stop(),
  ])
  expect(states.map((one) => one.state)).toEqual(['running', 'stopped', 'running', 'stopped'])
})

it('a change is enforced at once when the gateway acknowledges it', async () => {
  const { host, last } = world()
  await host.start(loopbackPlace(4_000))
  expect(await Promise.all([host.forget(), host.forget()])).toEqual(['at_once', 'at_once'])
  expect(last().told.filter((one) => one.kind === 'forget')).toEqual([
    { kind: 'forget', number: 1 },
    { kind: 'forget', number: 2 },
  ])
})

it('an old acknowledgement is not taken for a new one', async () => {
  const { host, last } = world()
  await host.start(loopbackPlace(4_000))
  await host.forget()
  last().hangs = true
  const forgotten = host.forget()
  await vi.advanceTimersByTimeAsync(1)
  last().say({ kind: 'forgotten', number: 1 })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await forgotten).toBe('after_restart')
})

it('a gateway that does not answer in 2 seconds is killed and started anew on its port', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(0))
  children[0]!.hangs = true
  const forgotten = host.forget()
  await vi.advanceTimersByTimeAsync(1_999)
  expect(children).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(await forgotten).toBe('after_restart')
  expect(children.map((one) => one.isDead)).toEqual([true, false])
  expect(children[1]!.told[0]).toMatchObject({ kind: 'start', place: { port: 40_000 } })
  expect(host.state()).toMatchObject({ state: 'running', failure: null })
})

it('two changes that meet a silent gateway restart it once', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  children[0]!.hangs = true
  const both = Promise.all([host.forget(), host.forget()])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await both).toEqual(['after_restart', 'after_restart'])
  expect(children).toHaveLength(2)
})

it('a change is enforced by nobody where no gateway runs', async () => {
  const { host } = world('port is taken')
  expect(await host.forget()).toBe('gateway_stopped')
  await host.start(loopbackPlace(4_000))
  expect(await host.forget()).toBe('gateway_stopped')
})

it('a change that meets a gateway just starting is not missed', async () => {
  const { host, last } = world()
  const started = host.start(loopbackPlace(4_000))
  expect(await host.forget()).toBe('at_once')
  await started
  expect(last().told.map((one) => one.kind)).toEqual(['start', 'forget'])
})

it('a change is enforced when the gateway dies while it is told', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  children[0]!.hangs = true
  const forgotten = host.forget()
  await vi.advanceTimersByTimeAsync(10)
  children[0]!.die()
  expect(await forgotten).toBe('after_restart')
  expect(host.state().state).toBe('running')
})

it('a gateway that dies is started anew on its port, and asked when it is there', async () => {
  const { host, children, announced } = world()
  await host.start(loopbackPlace(0))
  announced.length = 0
  children[0]!.die()
  expect(host.state()).toMatchObject({ state: 'starting', failure: { code: 'internal' } })
  expect(await host.forget()).toBe('at_once')
  expect(host.state()).toMatchObject({ state: 'running', port: 40_000, failure: null })
  expect(announced).toContain('gateway')
})

it('a gateway that keeps dying is given up after three restarts in a minute', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  for (let death = 1; death <= 3; death++) {
    children.at(-1)!.die()
    await vi.advanceTimersByTimeAsync(1)
    expect(host.state().state).toBe('running')
  }
  children.at(-1)!.die()
  await vi.advanceTimersByTimeAsync(1)
  expect(children).toHaveLength(4)
  expect(host.state()).toMatchObject({ state: 'failed', failure: { code: 'internal' } })
  expect(await host.start(loopbackPlace(4_000))).toMatchObject({ state: 'running', failure: null })
})

it('deaths far apart are each survived', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  for (let death = 1; death <= 6; death++) {
    await vi.advanceTimersByTimeAsync(30_000)
    children.at(-1)!.die()
    await vi.advanceTimersByTimeAsync(1)
    expect(host.state().state).toBe('running')
  }
})

it('a gateway that dies before it listens is tried again, and given up', async () => {
  const { host, children } = world('dies at once', 'dies at once', 'dies at once', 'dies at once')
  await host.start(loopbackPlace(4_000))
  await vi.advanceTimersByTimeAsync(1)
  expect(children).toHaveLength(4)
  expect(host.state()).toMatchObject({ state: 'failed', failure: { code: 'internal' } })
})

it('a gateway that was stopped stays stopped', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  await host.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(children).toHaveLength(1)
  expect(host.state().state).toBe('stopped')
})

it('what the process tells is shown and announced', async () => {
  const { host, last, announced, reported } = world()
  await host.start(loopbackPlace(4_000))
  announced.length = 0
  const calls = { allowed: 3, refused: 1, perSecond: 4, lastAt: 9 }
  last().say({ kind: 'figures', calls })
  expect(host.state().calls).toEqual(calls)
  last().say({ kind: 'kept' })
  last().say({ kind: 'fault', text: 'boom' })
  expect([announced, reported]).toEqual([['gateway', 'calls'], ['boom']])
})

it('figures that are as before are a sign of life, and no news', async () => {
  const { host, children, announced } = world()
  await host.start(loopbackPlace(4_000))
  announced.length = 0
  await vi.advanceTimersByTimeAsync(60_000)
  expect([children.length, announced]).toEqual([1, []])
})

it('a gateway that says nothing for 5 seconds is killed and started anew on its port', async () => {
  const { host, children, reported } = world()
  await host.start(loopbackPlace(0))
  children[0]!.hangs = true
  await vi.advanceTimersByTimeAsync(4_999)
  expect(children).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(children.map((one) => one.isDead)).toEqual([true, false])
  expect(host.state()).toMatchObject({ state: 'running', port: 40_000, failure: null })
  expect(reported).toEqual(['The gateway process says nothing any more; it is started anew.'])
})

it('any word within 5 seconds is a sign of life', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  children[0]!.hangs = true
  for (let word = 1; word <= 5; word++) {
    await vi.advanceTimersByTimeAsync(4_000)
    children[0]!.say({ kind: 'kept' })
  }
  expect(children).toHaveLength(1)
})

it('a gateway that falls silent again and again is given up', async () => {
  const { host, children, reported } = world()
  await host.start(loopbackPlace(4_000))
  for (let silence = 1; silence <= 4; silence++) {
    children.at(-1)!.hangs = true
    await vi.advanceTimersByTimeAsync(5_000)
  }
  expect(children).toHaveLength(4)
  expect(children.every((one) => one.isDead)).toBe(true)
  expect(host.state()).toMatchObject({
    state: 'failed',
    failure: { code: 'gateway_not_answering' },
  })
  expect(reported.at(-1)).toContain('given up')
})

it('each end that nobody ordered is reported in a line; one that was ordered is not', async () => {
  const { host, last, reported } = world()
  await host.start(loopbackPlace(4_000))
  for (const code of [139, 70, 70, 9]) {
    last().die(code)
    await vi.advanceTimersByTimeAsync(1)
  }
  const ended = 'The gateway process ended by itself with exit code'
  expect(reported).toEqual([
    `${ended} 139; it is started anew.`,
    `${ended} 70; it is started anew.`,
    `${ended} 70; it is started anew.`,
    `${ended} 9; it is given up: too many restarts in a minute.`,
  ])
  await host.start(loopbackPlace(4_000))
  await host.stop()
  expect(reported).toHaveLength(4)
})

it('a gateway that was halted is killed by its number', async () => {
  const { host, last } = world()
  await host.start(loopbackPlace(4_000))
  Object.assign(last(), { hangs: true, isHalted: true, pid: 4_711 })
  const killed = vi.spyOn(process, 'kill').mockImplementation(() => (last().die(), true))
  onTestFinished(() => killed.mockRestore())
  const stopped = host.stop()
  await vi.advanceTimersByTimeAsync(3_000)
  expect((await stopped).state).toBe('stopped')
  expect(killed.mock.calls).toEqual([[4_711, 'SIGKILL']])
  expect(last().isDead).toBe(true)
})

it('a process that has ended is not killed: its number may be another one by now', async () => {
  const { host, children } = world()
  await host.start(loopbackPlace(4_000))
  children[0]!.pid = 4_711
  const killed = vi.spyOn(process, 'kill').mockReturnValue(true)
  onTestFinished(() => killed.mockRestore())
  children[0]!.die()
  await vi.advanceTimersByTimeAsync(1)
  expect(host.state().state).toBe('running')
  expect(killed).not.toHaveBeenCalled()
})

it('a process that never comes to be, nor ends, holds up a stop for seconds only', async () => {
  const { host, last } = world('says nothing')
  const started = host.start(loopbackPlace(4_000))
  await vi.advanceTimersByTimeAsync(0)
  Object.assign(last(), { hangs: true, isHalted: true })
  const stopped = host.stop()
  await vi.advanceTimersByTimeAsync(15_000 + 3_000 + 3_000)
  expect((await started).state).toBe('failed')
  expect((await stopped).state).toBe('stopped')

  // It comes after all, when nobody waits for it any more.
  last().isHalted = false
  last().say({ kind: 'listening', port: 4_000, served: null })
  await vi.advanceTimersByTimeAsync(1)
  expect(last().isDead).toBe(true)
  expect(host.state().state).toBe('stopped')
})

it.each(['0.0.0.0', '::', '192.0.2.7', '127.0.0.2'])(
  'no process is even started to listen on %s without TLS, however it came into the registry',
  async (address) => {
    const { host, children } = world()
    expect(await host.start({ ...loopbackPlace(4_000), address })).toMatchObject({
      state: 'failed',
      failure: { code: 'tls_needed' },
    })
    expect(children).toEqual([])
  },
)

const served = (name: string) => ({
  facts: {
    subject: `CN=${name}`,
    issuer: `CN=${name}`,
    selfSigned: true,
    names: [name],
    validFrom: 0,
    validUntil: 1,
    fingerprint: '00',
  },
  pem: `the certificate of ${name}`,
})

it('the certificate that callers are shown is known, also when it was renewed', async () => {
  const { host, last, announced } = world()
  const tls = { certificatePath: '/a', keyPath: '/b' }
  await host.start({ ...loopbackPlace(4_000), address: '0.0.0.0', tls })
  last().say({ kind: 'renewed', served: served('new.example'), failure: null })
  expect(host.state()).toMatchObject({
    baseUrl: 'https://new.example:4000',
    reach: 'other_computers',
    certificate: { names: ['new.example'] },
    renewalFailure: null,
  })
  expect(host.certificatePem()).toBe('the certificate of new.example')
  announced.length = 0
  last().say({ kind: 'renewed', served: served('new.example'), failure: 'certificate_expired' })
  expect(host.state().renewalFailure).toBe('certificate_expired')
  expect(announced).toEqual(['gateway'])
})

it('a gateway that dies is started anew at the same place', async () => {
  const { host, last } = world()
  const place = { ...loopbackPlace(0), tls: { certificatePath: '/a', keyPath: '/b' } }
  await host.start({ ...place, address: '0.0.0.0' })
  last().die()
  await vi.advanceTimersByTimeAsync(1)
  expect(last().told[0]).toMatchObject({
    place: { ...place, address: '0.0.0.0', port: 40_000 },
  })
})
