import type { FailureCode } from './contract/failure'
import type { Certificate } from './contract/listening'
import { firstCertificate, type TlsFiles } from './crypto/certificate'
import { validity } from './services/certificate-validity'
import type { ListeningPlace } from './services/listening-place'
import { Refusal } from './services/refusal'
import { readTlsFiles, signatureOf } from './tls-files'

/** The certificate that callers are shown now: its facts, and itself for whoever must trust it. */
export type Served = { facts: Certificate; pem: string }

/**
 * The certificate and key in use, and a look at whether their files were renewed. Refuses where
 * there is nothing to begin with.
 */
export function openServedCertificate(
  paths: NonNullable<ListeningPlace['tls']>,
  now: () => number,
) {
  let judged = signatureOf(paths)
  let lastSeen = judged
  const first = readTlsFiles(paths)
  if (!first.ok) throw new Refusal(first.problem)
  let current = first.value

  return {
    files: (): TlsFiles => current.files,
    served: (): Served => ({
      facts: current.certificate,
      pem: firstCertificate(current.files.cert),
    }),

    /**
     * Null where nothing is new. A renewal writes two files one after the other, so they are judged
     * when two looks in a row found them the same. One that is no good leaves the old in use.
     */
    look(): { failure: FailureCode | null } | null {
      const seen = signatureOf(paths)
      const isStill = seen === lastSeen
      lastSeen = seen
      if (seen === judged || !isStill) return null
      judged = seen
      const read = readTlsFiles(paths)
      if (!read.ok) return { failure: read.problem }
      const failure = validity(read.value.certificate, now())
      if (failure === null) current = read.value
      return { failure }
    },
  }
}
