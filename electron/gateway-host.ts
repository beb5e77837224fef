import type { Announce } from './services/announce'
import type { Enforcement } from './contract/enforced'
import type { GatewayState } from './contract/gateway'
import type { FromGateway, ToGateway } from './gateway/process-messages'
import type { GatewayControl } from './services/gateway-control'
import { createTurns } from './services/in-turn'

/** The utility process, as far as we use it: `utilityProcess.fork` makes one, a test its own. */
export type GatewayChild = {
  postMessage(message: ToGateway): void
  on(event: 'message', heard: (message: FromGateway) => void): unknown
  once(event: 'exit', heard: (code: number) => void): unknown
  kill(): boolean
  pid: number | undefined
}

type Given = {
  fork: (entryFile: string) => GatewayChild
  entryFile: string
  /** Everything the process must know, for this port. */
  init: (port: number) => Extract<ToGateway, { kind: 'start' }>
  now: () => number
  announce: Announce
  /** A fault inside the gateway process, as text for the log. */
  report: (text: string) => void
}

const address = '127.0.0.1'
const startMilliseconds = 15_000
const stopMilliseconds = 3_000
const forgetMilliseconds = 2_000
const restartsAMinute = 3
const noCalls: GatewayState['calls'] = { allowed: 0, refused: 0, perSecond: 0, lastAt: null }

/**
 * Owns the gateway process: starts it, stops it, starts it anew when it dies or no longer answers,
 * and knows what to tell the window about it.
 */
export function createGatewayHost(given: Given): GatewayControl {
  const { now, announce } = given
  let state: Pick<GatewayState, 'state' | 'port' | 'startedAt' | 'failure' | 'calls'> = {
    state: 'stopped',
    port: 0,
    startedAt: null,
    failure: null,
    calls: noCalls,
  }
  let child: Running | null = null
  let restarts: number[] = []
  // Starting and stopping never overlap, however fast the buttons are pressed.
  const inTurn = createTurns()

  return {
    state: shown,

    start: (port) =>
      inTurn(async () => {
        if (child && state.state === 'running' && state.port === port) return shown()
        await endChild()
        restarts = []
        change({ startedAt: null, failure: null, calls: noCalls })
        return run(port)
      }),

    stop: () =>
      inTurn(async () => {
        await endChild()
        change({ state: 'stopped', startedAt: null, failure: null })
        return shown()
      }),

    forget,
  }

  function shown(): GatewayState {
    return { ...state, address, baseUrl: `http://${address}:${state.port}` }
  }

  function change(changed: Partial<typeof state>) {
    state = { ...state, ...changed }
    announce('gateway')
  }

  async function run(port: number): Promise<GatewayState> {
    change({ state: 'starting', port })
    const running = launch(given, port, {
      heard: (message) => heard(message, child === running),
      exited: () => {
        if (child !== running) return
        child = null
        change({ state: 'starting', startedAt: null, failure: { code: 'internal' } })
        void inTurn(() => restart(running))
      },
    })
    child = running
    const started = await running.started
    if (child !== running) return shown()
    if (started.kind === 'listening') {
      change({ state: 'running', port: started.port, startedAt: now(), failure: null })
      return shown()
    }
    await endChild()
    const failure =
      started.code === 'port_in_use'
        ? { code: 'port_in_use' as const, detail: { port } }
        : { code: started.code }
    change({ state: 'failed', startedAt: null, failure })
    return shown()
  }

  /** After a death nobody ordered. Gives up, visibly, when it keeps dying. */
  async function restart(dead: Running): Promise<void> {
    if (child !== null || state.state !== 'starting') return
    const moment = now()
    restarts = restarts.filter((at) => moment - at < 60_000)
    if (restarts.length >= restartsAMinute) {
      change({ state: 'failed', startedAt: null, failure: { code: 'internal' } })
      return
    }
    restarts.push(moment)
    await run(dead.port())
  }

  async function forget(): Promise<Enforcement> {
    const asked = await whoeverRuns()
    if (!asked) return 'gateway_stopped'
    if (await asked.forget()) return 'at_once'

    // Dead or silent. Only a new process is sure to judge by the change.
    await inTurn(async () => {
      if (child !== asked) return
      await endChild({ atOnce: true })
      change({ state: 'starting', startedAt: null, failure: { code: 'gateway_not_answering' } })
      await run(asked.port())
    })
    return state.state === 'running' ? 'after_restart' : 'gateway_stopped'
  }

  /** The process, once it was started, stopped or started anew, if that is under way. */
  async function whoeverRuns(): Promise<Running | null> {
    const now = await inTurn(async () => child)
    return now === null && state.state === 'starting' ? whoeverRuns() : now
  }

  async function endChild({ atOnce = false } = {}) {
    const ending = child
    child = null
    await ending?.end(atOnce)
  }

  function heard(message: FromGateway, isCurrent: boolean) {
    if (message.kind === 'figures' && isCurrent) {
      state = { ...state, calls: message.calls }
      announce('gateway')
    }
    if (message.kind === 'kept') announce('calls')
    if (message.kind === 'fault') given.report(message.text)
  }
}

type Started = { kind: 'listening'; port: number } | { kind: 'failed'; code: StartFailure }
type StartFailure = 'port_in_use' | 'internal' | 'gateway_not_answering'
type Running = ReturnType<typeof launch>

/** One life of the process: its start, its end, and what it acknowledged. */
function launch(
  { fork, entryFile, init }: Given,
  port: number,
  { heard, exited }: { heard: (message: FromGateway) => void; exited: () => void },
) {
  const child = fork(entryFile)
  const waiting = new Map<number, (forgot: boolean) => void>()
  let lastNumber = 0
  let listensOn = port
  const start = Promise.withResolvers<Started>()
  const exit = Promise.withResolvers<void>()

  child.on('message', (message) => {
    if (message.kind === 'listening') listensOn = message.port
    if (message.kind === 'listening' || message.kind === 'failed') start.resolve(message)
    if (message.kind === 'forgotten') waiting.get(message.number)?.(true)
    heard(message)
  })
  child.once('exit', () => {
    start.resolve({ kind: 'failed', code: 'internal' })
    for (const answer of waiting.values()) answer(false)
    exit.resolve()
    exited()
  })
  child.postMessage(init(port))

  return {
    port: () => listensOn,
    started: within(startMilliseconds, start.promise, {
      kind: 'failed',
      code: 'gateway_not_answering',
    } as const),

    /** False when it died or did not say so in time. */
    forget(): Promise<boolean> {
      const number = ++lastNumber
      const answered = Promise.withResolvers<boolean>()
      waiting.set(number, answered.resolve)
      child.postMessage({ kind: 'forget', number })
      return within(forgetMilliseconds, answered.promise, false).finally(() =>
        waiting.delete(number),
      )
    },

    async end(atOnce: boolean) {
      if (!atOnce) {
        child.postMessage({ kind: 'stop' })
        if (await within(stopMilliseconds, exit.promise.then(() => true), false)) return
      }
      child.kill()
      killNow(child.pid)
      await exit.promise
    },
  }
}

/** `kill` asks politely, which a process that hangs or was halted never hears. */
function killNow(pid: number | undefined) {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** What the promise gives, or `otherwise` when it takes longer. */
function within<T>(milliseconds: number, promise: Promise<T>, otherwise: T): Promise<T> {
  const late = Promise.withResolvers<T>()
  const timer = setTimeout(() => late.resolve(otherwise), milliseconds)
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer))
}
