import { isDeepStrictEqual } from 'node:util'
import type { Announce } from './services/announce'
import type { Enforcement } from './contract/enforced'
import type { FailureCode } from './contract/failure'
import type { GatewayState } from './contract/gateway'
import { faultText } from './fault-text'
import { launch, type GatewayChild, type GatewayLife } from './gateway-life'
import type { FromGateway, ToGateway } from './gateway-messages'
import type { Served } from './served-certificate'
import { baseUrl } from './services/base-url'
import type { GatewayControl } from './services/gateway-control'
import { createTurns } from './services/in-turn'
import { loopbackPlace, needsTls, reachOf, type ListeningPlace } from './services/listening-place'

type Given = {
  fork: (entryFile: string) => GatewayChild
  entryFile: string
  /** Everything the process must know, for this place. */
  init: (place: ListeningPlace) => Extract<ToGateway, { kind: 'start' }>
  now: () => number
  announce: Announce
  /** A fault inside the gateway process, or its end that nobody ordered, as text for the log. */
  report: (text: string) => void
}

const restartsAMinute = 3
const noCalls: GatewayState['calls'] = { allowed: 0, refused: 0, perSecond: 0, lastAt: null }

/**
 * Owns the gateway process: starts it, stops it, starts it anew when it dies or no longer answers,
 * and knows what to tell the window about it.
 */
export function createGatewayHost(given: Given): GatewayControl {
  const { now, announce } = given
  let place = loopbackPlace(0)
  let served: Served | null = null
  let state: Pick<GatewayState, 'state' | 'startedAt' | 'failure' | 'renewalFailure' | 'calls'> = {
    state: 'stopped',
    startedAt: null,
    failure: null,
    renewalFailure: null,
    calls: noCalls,
  }
  let child: GatewayLife | null = null
  let restarts: number[] = []
  // Starting and stopping never overlap, however fast the buttons are pressed.
  const inTurn = createTurns()

  return {
    state: shown,
    place: () => place,
    certificatePem: () => served?.pem ?? null,

    start: (asked) =>
      inTurn(async () => {
        if (child && state.state === 'running' && isDeepStrictEqual(place, asked)) return shown()
        await endChild()
        restarts = []
        change({ startedAt: null, failure: null, calls: noCalls })
        return run(asked)
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
    return {
      ...state,
      address: place.address,
      port: place.port,
      baseUrl: baseUrl(place, served?.facts.names),
      reach: reachOf(place),
      certificate: served?.facts ?? null,
    }
  }

  function change(changed: Partial<typeof state>) {
    state = { ...state, ...changed }
    announce('gateway')
  }

  async function run(asked: ListeningPlace): Promise<GatewayState> {
    place = asked
    served = null
    if (needsTls(place)) {
      // However it came into the registry: no process is even started.
      change({ state: 'failed', startedAt: null, failure: { code: 'tls_needed' } })
      return shown()
    }
    change({ state: 'starting', renewalFailure: null })
    const running = beginLife()
    child = running
    if (!running) return shown()
    const started = await running.started
    if (child !== running) return shown()
    if (started.kind === 'listening') {
      place = { ...place, port: started.port }
      served = started.served
      change({ state: 'running', startedAt: now(), failure: null })
      return shown()
    }
    await endChild()
    const { port, address } = place
    const failure = { code: started.code, detail: { port, address } }
    change({ state: 'failed', startedAt: null, failure })
    return shown()
  }

  function beginLife(): GatewayLife | null {
    try {
      const life = launch(given.fork(given.entryFile), given.init(place), {
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
  function lose(life: GatewayLife, what: string, code: FailureCode) {
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
      if (child === null && state.state === 'starting') await run({ ...place, port: life.port() })
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
      await run({ ...place, port: asked.port() })
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
    if (message.kind === 'renewed' && isCurrent) {
      served = message.served
      change({ renewalFailure: message.failure })
    }
    if (message.kind === 'kept') announce('calls')
    if (message.kind === 'fault') given.report(message.text)
  }
}
