import { isDeepStrictEqual } from 'node:util'
import type { Announce } from './services/announce'
import type { Enforcement } from './contract/enforced'
import type { GatewayState } from './contract/gateway'
import { faultText } from './fault-text'
import { launch, type GatewayChild, type GatewayLife, type StartFailure } from './gateway-life'
import type { FromGateway, ToGateway } from './gateway-messages'
import type { GatewayControl } from './services/gateway-control'
import { createTurns } from './services/in-turn'

type Given = {
  fork: (entryFile: string) => GatewayChild
  entryFile: string
  /** Everything the process must know, for this port. */
  init: (port: number) => Extract<ToGateway, { kind: 'start' }>
  now: () => number
  announce: Announce
  /** A fault inside the gateway process, or its end that nobody ordered, as text for the log. */
  report: (text: string) => void
}

const address = '127.0.0.1'
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
  let child: GatewayLife | null = null
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
    const running = beginLife(port)
    child = running
    if (!running) return shown()
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

  function beginLife(port: number): GatewayLife | null {
    try {
      const life = launch(given.fork(given.entryFile), given.init(port), {
        heard: (message) => heard(message, child === life),
        exited: (code) =>
          lose(life, `The gateway process ended by itself with exit code ${code}`, 'internal'),
        silent: () =>
          lose(life, 'The gateway process says nothing any more', 'gateway_not_answering'),
      })
      return life
    } catch (error) {
      given.report(faultText(error))
      change({ state: 'failed', startedAt: null, failure: { code: 'internal' } })
      return null
    }
  }

  /** After a death or a silence nobody ordered. Gives up, visibly, when it keeps happening. */
  function lose(life: GatewayLife, what: string, code: StartFailure) {
    if (child !== life) return
    child = null
    const moment = now()
    restarts = restarts.filter((at) => moment - at < 60_000)
    const isGivenUp = restarts.length >= restartsAMinute
    if (!isGivenUp) restarts.push(moment)
    const next = isGivenUp ? 'given up: too many restarts in a minute' : 'started anew'
    given.report(`${what}; it is ${next}.`)
    change({ state: isGivenUp ? 'failed' : 'starting', startedAt: null, failure: { code } })
    void inTurn(async () => {
      await life.end({ atOnce: true })
      if (child === null && state.state === 'starting') await run(life.port())
    })
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
  async function whoeverRuns(): Promise<GatewayLife | null> {
    const running = await inTurn(async () => child)
    return running === null && state.state === 'starting' ? whoeverRuns() : running
  }

  async function endChild({ atOnce = false } = {}) {
    const ending = child
    child = null
    await ending?.end({ atOnce })
  }

  function heard(message: FromGateway, isCurrent: boolean) {
    // Told every second as a sign of life; news only when they changed.
    if (message.kind === 'figures' && isCurrent && !isDeepStrictEqual(message.calls, state.calls)) {
      state = { ...state, calls: message.calls }
      announce('gateway')
    }
    if (message.kind === 'kept') announce('calls')
    if (message.kind === 'fault') given.report(message.text)
  }
}
