import { basename } from 'node:path'
import type { Facts } from '../contract/activity'
import type { FailureCode } from '../contract/failure'
import {
  isEveryAddress,
  isLoopback,
  type ChosenCertificate,
  type ChosenKeyFile,
  type Listening,
  type NewListening,
} from '../contract/listening'
import type { Checked } from '../crypto/certificate'
import { validity } from './certificate-validity'
import { createChosenFiles } from './chosen-files'
import type { FileChooser } from './csv-file'
import { needsTls, type ListeningPlace } from './listening-place'
import { Refusal } from './refusal'
import type { TlsFileReader } from './tls-file-reader'

export type ListeningChoiceGiven = {
  files: Pick<FileChooser, 'chooseToRead'>
  tlsFiles: TlsFileReader
  /** The addresses of this computer that others may reach. */
  ownAddresses: () => string[]
  now: () => number
}

type Tls = NonNullable<ListeningPlace['tls']>

/** Choosing a place with its files. The window knows files by id and name, never by path. */
export function createListeningChoice({
  files,
  tlsFiles,
  ownAddresses,
  now,
}: ListeningChoiceGiven) {
  const chosen = createChosenFiles()

  const certificateOf = ({ tls }: ListeningPlace) =>
    tls && valueOf(tlsFiles.certificate(tls.certificatePath))

  function shown(place: ListeningPlace): Listening {
    const { address, port, tls, hostNames } = place
    return { address, port, tls: tls && shownTls(tls), hostNames, ownAddresses: ownAddresses() }
  }

  function shownTls(tls: Tls): Listening['tls'] {
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

  function pathsOf(ids: NonNullable<NewListening['tls']>): Tls {
    const certificatePath = chosen.pathOf(ids.certificateFile)
    const keyPath = chosen.pathOf(ids.keyFile)
    if (certificatePath === null) throw new Refusal('file_not_readable', 'certificateFile')
    if (keyPath === null) throw new Refusal('file_not_readable', 'keyFile')
    return { certificatePath, keyPath }
  }

  function checkTls(paths: Tls) {
    accepted(tlsFiles.certificate(paths.certificatePath), 'certificateFile')
    accepted(tlsFiles.keyFile(paths.keyPath), 'keyFile')
    const both = tlsFiles.both(paths)
    if (!both.ok) throw new Refusal(both.problem, fieldOf(both.problem))
    const problem = validity(both.value, now())
    if (problem) throw new Refusal(problem, 'certificateFile')
  }

  /** File names only: where a key lies is nobody's business who reads the log. */
  function factsOf(place: ListeningPlace): Facts {
    const { address, port, tls, hostNames } = place
    return {
      address,
      port,
      tls: tls !== null,
      certificateFile: tls && basename(tls.certificatePath),
      fingerprint: certificateOf(place)?.fingerprint ?? null,
      keyFile: tls && basename(tls.keyPath),
      hostNames,
    }
  }

  return { certificateOf, shown, chooseCertificate, chooseKeyFile, placeOf, factsOf }
}

const valueOf = <T>(checked: Checked<T>): T | null => (checked.ok ? checked.value : null)

function accepted<T>(checked: Checked<T>, field: string): T {
  if (!checked.ok) throw new Refusal(checked.problem, field)
  return checked.value
}

/** The input to blame for it. */
export function fieldOf(code: FailureCode): string {
  if (code === 'tls_needed' || code === 'address_not_available') return 'address'
  if (code.startsWith('key_file')) return 'keyFile'
  return code.startsWith('certificate') || code === 'file_not_readable' ? 'certificateFile' : 'port'
}
