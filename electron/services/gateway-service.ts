import { Port, type GatewayState } from '../contract/gateway'
import type { Registry } from '../store/registry'
import { activityEntry, keyward, soleSubject, type Actor } from './activity-entry'
import type { Announce } from './announce'
import type { GatewayControl } from './gateway-control'
import { createTurns } from './in-turn'
import { Refusal } from './refusal'
import type { SessionService } from './session-service'

export type GatewayService = ReturnType<typeof createGatewayService>

const portKey = 'gateway.port'
const defaultPort = 7878
const subject = soleSubject('gateway', 'Gateway')

export function createGatewayService({
  store,
  control,
  session,
  now,
  announce,
  portOverride = null,
}: {
  store: Registry
  control: GatewayControl
  session: Pick<SessionService, 'actor'>
  now: () => number
  announce: Announce
  /** From the command line; wins over the stored port until another one is chosen in the app. */
  portOverride?: number | null
}) {
  let override = portOverride
  // Start, stop and a change of port one after the other, or the last one asked might not win.
  const inTurn = createTurns()

  async function storedPort(): Promise<number> {
    const stored = Port.safeParse(await store.settings.get(portKey))
    return stored.success ? stored.data : defaultPort
  }

  const portForThisRun = async () => override ?? (await storedPort())

  const isUp = () => ['starting', 'running'].includes(control.state().state)

  /** A gateway that is down shows the port on which it would listen. */
  async function state(): Promise<GatewayState> {
    const shown = control.state()
    if (isUp()) return shown
    const port = await portForThisRun()
    return { ...shown, port, baseUrl: `http://${shown.address}:${port}` }
  }

  async function start(by: Actor): Promise<GatewayState> {
    if (isUp()) return state()
    const { failure, port } = await control.start(await portForThisRun())
    if (failure === null) {
      await store.activity.append(
        activityEntry({
          at: now(),
          actor: by,
          action: 'gateway.started',
          subject,
          after: { port },
        }),
      )
    }
    announce('gateway', 'activity')
    return state()
  }

  async function stop(): Promise<GatewayState> {
    const actor = await session.actor()
    if (!isUp()) return state()
    await control.stop()
    await store.activity.append(
      activityEntry({ at: now(), actor, action: 'gateway.stopped', subject }),
    )
    announce('gateway', 'activity')
    return state()
  }

  /** Moves a running gateway; where the new port cannot be had, it is back on the old one. */
  async function move(from: number, to: number) {
    await control.stop()
    const { failure } = await control.start(to)
    if (failure === null) return
    await control.start(from)
    announce('gateway')
    throw new Refusal(failure.code, 'port', failure.detail)
  }

  /** A gateway that failed is started on the new port: that is why it was changed. */
  async function setPort(port: number): Promise<GatewayState> {
    const actor = await session.actor()
    const before = await storedPort()
    const { state: was, port: from } = control.state()
    const current = isUp() ? from : await portForThisRun()
    if (port === current && was !== 'failed') return state()
    if (isUp()) await move(from, port)
    override = null
    if (port !== before) await keepPort(actor, before, port)
    return was === 'failed' ? start(actor) : state()
  }

  async function keepPort(actor: Actor, before: number, port: number) {
    await store.settings.set(
      portKey,
      port,
      activityEntry({
        at: now(),
        actor,
        action: 'gateway.port_changed',
        subject,
        before: { port: before },
        after: { port },
      }),
    )
    announce('gateway', 'activity')
  }

  return {
    state,
    start: () => inTurn(async () => start(await session.actor())),
    /** When the app opens, before anyone is signed in. */
    startAtLaunch: () => inTurn(() => start(keyward)),
    stop: () => inTurn(stop),
    setPort: (port: number) => inTurn(() => setPort(port)),
  }
}
