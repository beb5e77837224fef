import { isDeepStrictEqual } from 'node:util'
import type { FailureCode } from '../contract/failure'
import type { GatewayState } from '../contract/gateway'
import { Port, type NewListening } from '../contract/listening'
import type { Registry } from '../store/registry'
import {
  activityEntry,
  commandLine,
  differing,
  keyward,
  soleSubject,
  type Actor,
} from './activity-entry'
import type { Announce } from './announce'
import { baseUrl } from './base-url'
import type { GatewayControl } from './gateway-control'
import { createTurns } from './in-turn'
import { createListeningChoice, fieldOf, type ListeningChoiceGiven } from './listening-choice'
import { ListeningPlace, loopbackPlace, reachOf } from './listening-place'
import { Refusal } from './refusal'
import type { SessionService } from './session-service'

export type GatewayService = ReturnType<typeof createGatewayService>

const placeKey = 'gateway.listening'
/** Where only a port could be chosen, it was kept alone. */
const portKey = 'gateway.port'
const defaultPort = 7878
const subject = soleSubject('gateway', 'Gateway')

type Given = ListeningChoiceGiven & {
  store: Registry
  control: GatewayControl
  session: Pick<SessionService, 'actor'>
  /** Why nobody could listen there at this moment. */
  placeProblem: (address: string, port: number) => Promise<FailureCode | null>
  announce: Announce
  /** From the command line; wins over the stored port until another one is chosen in the app. */
  portOverride?: number | null
  addressOverride?: string | null
}

export function createGatewayService(given: Given) {
  const { store, control, session, placeProblem, now, announce } = given
  let override = given.portOverride ?? null
  let addressOverride = given.addressOverride ?? null
  const choice = createListeningChoice(given)
  // Start, stop and a change of address one after the other, or the last one asked might not win.
  const inTurn = createTurns()

  async function storedPlace(): Promise<ListeningPlace> {
    const stored = ListeningPlace.safeParse(await store.settings.get(placeKey))
    if (stored.success) return stored.data
    const port = Port.safeParse(await store.settings.get(portKey))
    return loopbackPlace(port.success ? port.data : defaultPort)
  }

  async function placeForThisRun(): Promise<ListeningPlace> {
    const stored = await storedPlace()
    return {
      ...stored,
      port: override ?? stored.port,
      address: addressOverride ?? stored.address,
    }
  }

  const isUp = () => ['starting', 'running'].includes(control.state().state)

  const currentPlace = async () => (isUp() ? control.place() : placeForThisRun())

  /** A gateway that is down shows where it would listen. */
  async function state(): Promise<GatewayState> {
    const shown = control.state()
    if (isUp()) return shown
    const place = await placeForThisRun()
    const certificate = choice.certificateOf(place)
    return {
      ...shown,
      address: place.address,
      port: place.port,
      baseUrl: baseUrl(place, certificate?.names),
      reach: reachOf(place),
      certificate,
    }
  }

  const listening = async () => choice.shown(await currentPlace())

  async function start(by: Actor): Promise<GatewayState> {
    if (isUp()) return state()
    const { failure } = await control.start(await placeForThisRun())
    if (failure === null) {
      const { address, port, tls } = control.place()
      await store.activity.append(
        activityEntry({
          at: now(),
          actor: by,
          action: 'gateway.started',
          subject,
          after: { address, port, tls: tls !== null },
        }),
      )
    }
    announce('gateway', 'activity')
    return state()
  }

  async function stop(by: Actor): Promise<GatewayState> {
    if (!isUp()) return state()
    await control.stop()
    await store.activity.append(
      activityEntry({ at: now(), actor: by, action: 'gateway.stopped', subject }),
    )
    announce('gateway', 'activity')
    return state()
  }

  /** Moves a running gateway; where the new place cannot be had, it is back at the old one. */
  async function move(from: ListeningPlace, to: ListeningPlace) {
    await control.stop()
    const { failure } = await control.start(to)
    if (failure === null) return
    await control.start(from)
    announce('gateway')
    throw new Refusal(failure.code, fieldOf(failure.code), failure.detail)
  }

  /** A gateway that failed is started at the new place: that is why it was changed. */
  async function setListening(asked: NewListening): Promise<GatewayState> {
    const actor = await session.actor()
    const place = choice.placeOf(asked)
    const before = await storedPlace()
    const was = control.state().state
    const current = await currentPlace()
    if (isDeepStrictEqual(place, current) && was !== 'failed') return state()
    if (isUp()) await move(current, place)
    else {
      const problem = await placeProblem(place.address, place.port)
      const { address, port } = place
      if (problem) throw new Refusal(problem, fieldOf(problem), { address, port })
    }
    override = null
    addressOverride = null
    if (!isDeepStrictEqual(place, before)) await keep(actor, before, place)
    return was === 'failed' ? start(actor) : state()
  }

  async function keep(actor: Actor, before: ListeningPlace, place: ListeningPlace) {
    await store.settings.set(
      placeKey,
      place,
      activityEntry({
        at: now(),
        actor,
        action: 'gateway.listening_changed',
        subject,
        ...differing(choice.factsOf(before), choice.factsOf(place)),
      }),
    )
    announce('gateway', 'activity')
  }

  return {
    state,
    listening,
    chooseCertificate: choice.chooseCertificate,
    chooseKeyFile: choice.chooseKeyFile,
    start: () => inTurn(async () => start(await session.actor())),
    /** When the app opens, before anyone is signed in. */
    startAtLaunch: () => inTurn(() => start(keyward)),
    /** Where there is no window, nobody signs in at all. */
    serve: () => inTurn(() => start(commandLine)),
    endServing: () => inTurn(() => stop(commandLine)),
    stop: () => inTurn(async () => stop(await session.actor())),
    setListening: (asked: NewListening) => inTurn(() => setListening(asked)),
  }
}
