import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Facts } from '../contract/activity'
import type { FailureCode } from '../contract/failure'
import type { GatewayState } from '../contract/gateway'
import {
  isEveryAddress,
  isLoopback,
  Port,
  type ChosenCertificate,
  type ChosenKeyFile,
  type Listening,
  type NewListening,
} from '../contract/listening'
import type { Checked } from '../crypto/certificate'
import type { Registry } from '../store/registry'
import { activityEntry, differing, keyward, soleSubject, type Actor } from './activity-entry'
import type { Announce } from './announce'
import { baseUrl } from './base-url'
import { validity } from './certificate-validity'
import { createChosenFiles } from './chosen-files'
import type { FileChooser } from './csv-file'
import type { GatewayControl } from './gateway-control'
import { createTurns } from './in-turn'
import { ListeningPlace, loopbackPlace, needsTls, reachOf } from './listening-place'
import { Refusal } from './refusal'
import type { SessionService } from './session-service'
import type { TlsFileReader } from './tls-file-reader'

export type GatewayService = ReturnType<typeof createGatewayService>

const placeKey = 'gateway.listening'
/** Where only a port could be chosen, it was kept alone. */
const portKey = 'gateway.port'
const defaultPort = 7878
const subject = soleSubject('gateway', 'Gateway')

export function createGatewayService({
  store,
  control,
  session,
  files,
  tlsFiles,
  ownAddresses,
  placeProblem,
  now,
  announce,
  portOverride = null,
}: {
  store: Registry
  control: GatewayControl
  session: Pick<SessionService, 'actor'>
  files: Pick<FileChooser, 'chooseToRead'>
  tlsFiles: TlsFileReader
  /** The addresses of this computer that others may reach. */
  ownAddresses: () => string[]
  /** Why nobody could listen there at this moment. */
  placeProblem: (address: string, port: number) => Promise<FailureCode | null>
  now: () => number
  announce: Announce
  /** From the command line; wins over the stored port until another one is chosen in the app. */
  portOverride?: number | null
}) {
  let override = portOverride
  const chosen = createChosenFiles()
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
    return { ...stored, port: override ?? stored.port }
  }

  const isUp = () => ['starting', 'running'].includes(control.state().state)

  const currentPlace = async () => (isUp() ? control.place() : placeForThisRun())

  /** A gateway that is down shows where it would listen. */
  async function state(): Promise<GatewayState> {
    const shown = control.state()
    if (isUp()) return shown
    const place = await placeForThisRun()
    const certificate = place.tls && valueOf(tlsFiles.certificate(place.tls.certificatePath))
    return {
      ...shown,
      address: place.address,
      port: place.port,
      baseUrl: baseUrl(place, certificate?.names),
      reach: reachOf(place),
      certificate,
    }
  }

  async function listening(): Promise<Listening> {
    const { address, port, tls, hostNames } = await currentPlace()
    return { address, port, tls: tls && shownTls(tls), hostNames, ownAddresses: ownAddresses() }
  }

  function shownTls(tls: NonNullable<ListeningPlace['tls']>): Listening['tls'] {
    const key = valueOf(tlsFiles.keyFile(tls.keyPath))
    const both = tlsFiles.both(tls)
    return {
      certificateFile: chosen.add(tls.certificatePath),
      keyFile: { ...chosen.add(tls.keyPath), readableByOthers: key?.readableByOthers ?? false },
      certificate: valueOf(tlsFiles.certificate(tls.certificatePath)),
      problem: both.ok ? validity(both.value, now()) : both.problem,
    }
  }

  async function chooseCertificate(): Promise<ChosenCertificate> {
    const path = await files.chooseToRead()
    if (path === null) return null
    const certificate = accepted(tlsFiles.certificate(path), 'certificateFile')
    return { ...chosen.add(path), certificate }
  }

  async function chooseKeyFile(): Promise<ChosenKeyFile> {
    const path = await files.chooseToRead()
    if (path === null) return null
    const { readableByOthers } = accepted(tlsFiles.keyFile(path), 'keyFile')
    return { ...chosen.add(path), readableByOthers }
  }

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

  /** What was asked for, as a place that could be listened on; nothing is changed by looking. */
  function placeOf(asked: NewListening): ListeningPlace {
    const { address, port, hostNames } = asked
    const isOurs = isLoopback(address) || isEveryAddress(address)
    if (!isOurs && !ownAddresses().includes(address))
      throw new Refusal('address_not_available', 'address', { address })
    const place = { address, port, hostNames, tls: asked.tls && pathsOf(asked.tls) }
    if (needsTls(place)) throw new Refusal('tls_needed', 'address')
    if (place.tls) checkTls(place.tls)
    return place
  }

  function pathsOf(ids: NonNullable<NewListening['tls']>) {
    const certificatePath = chosen.pathOf(ids.certificateFile)
    const keyPath = chosen.pathOf(ids.keyFile)
    if (certificatePath === null) throw new Refusal('file_not_readable', 'certificateFile')
    if (keyPath === null) throw new Refusal('file_not_readable', 'keyFile')
    return { certificatePath, keyPath }
  }

  function checkTls(paths: NonNullable<ListeningPlace['tls']>) {
    accepted(tlsFiles.certificate(paths.certificatePath), 'certificateFile')
    accepted(tlsFiles.keyFile(paths.keyPath), 'keyFile')
    const both = tlsFiles.both(paths)
    if (!both.ok) throw new Refusal(both.problem, fieldOf(both.problem))
    const problem = validity(both.value, now())
    if (problem) throw new Refusal(problem, 'certificateFile')
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
    const place = placeOf(asked)
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
        ...differing(factsOf(before), factsOf(place)),
      }),
    )
    announce('gateway', 'activity')
  }

  /** File names only: where a key lies is nobody's business who reads the log. */
  function factsOf({ address, port, tls, hostNames }: ListeningPlace): Facts {
    const certificate = tls && valueOf(tlsFiles.certificate(tls.certificatePath))
    return {
      address,
      port,
      tls: tls !== null,
      certificateFile: tls && basename(tls.certificatePath),
      fingerprint: certificate?.fingerprint ?? null,
      keyFile: tls && basename(tls.keyPath),
      hostNames,
    }
  }

  return {
    state,
    listening,
    chooseCertificate,
    chooseKeyFile,
    start: () => inTurn(async () => start(await session.actor())),
    /** When the app opens, before anyone is signed in. */
    startAtLaunch: () => inTurn(() => start(keyward)),
    stop: () => inTurn(stop),
    setListening: (asked: NewListening) => inTurn(() => setListening(asked)),
  }
}

const valueOf = <T>(checked: Checked<T>): T | null => (checked.ok ? checked.value : null)

function accepted<T>(checked: Checked<T>, field: string): T {
  if (!checked.ok) throw new Refusal(checked.problem, field)
  return checked.value
}

function fieldOf(code: FailureCode): string {
  if (code === 'tls_needed' || code === 'address_not_available') return 'address'
  if (code.startsWith('key_file')) return 'keyFile'
  return code.startsWith('certificate') || code === 'file_not_readable' ? 'certificateFile' : 'port'
}
