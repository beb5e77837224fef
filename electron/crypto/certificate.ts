import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import ipaddr from 'ipaddr.js'
import type { Certificate } from '../contract/listening'
import type { FailureCode } from '../contract/failure'

/** PEM texts as TLS takes them: the certificate with its intermediates, and the key alone. */
export type TlsFiles = { cert: string; key: string }

export type Checked<T> = { ok: true; value: T } | { ok: false; problem: FailureCode }

const refused = (problem: FailureCode) => ({ ok: false, problem }) as const

/** The facts of the first certificate in a PEM text, which is the one that callers are shown. */
export function readCertificate(pem: string): Checked<Certificate> {
  const first = certificatesIn(pem)[0]
  const parsed = first === undefined ? null : parse(first)
  return parsed ? { ok: true, value: factsOf(parsed) } : refused('certificate_not_pem')
}

/** Whether a PEM text holds a private key that Keyward can open. */
export function readPrivateKey(pem: string): Checked<KeyObject> {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(pem))
    return refused('key_file_has_passphrase')
  const block = keyBlock.exec(pem)?.[0]
  try {
    // The cause of a failure quotes nothing, but it is not ours to show either.
    if (block !== undefined) return { ok: true, value: createPrivateKey(block) }
  } catch {}
  return refused('key_file_not_pem')
}

/**
 * Whether a gateway could show this certificate. One that ran out is no reason against it here:
 * whoever chooses one asks for that as well.
 */
export function checkTlsFiles(
  given: TlsFiles,
): Checked<{ files: TlsFiles; certificate: Certificate }> {
  const certificates = certificatesIn(given.cert)
  const certificate = certificates[0] === undefined ? null : parse(certificates[0])
  if (!certificate) return refused('certificate_not_pem')
  const key = readPrivateKey(given.key)
  if (!key.ok) return key
  if (!certificate.checkPrivateKey(key.value)) return refused('key_file_does_not_fit')
  const files = { cert: certificates.join('\n'), key: keyBlock.exec(given.key)![0] }
  return isUsable(certificate, files)
    ? { ok: true, value: { files, certificate: factsOf(certificate) } }
    : refused('certificate_unusable')
}

/** The one that callers are shown, without what vouches for it. */
export const firstCertificate = (pem: string): string => certificatesIn(pem)[0] ?? ''

// Line ends and whatever else stands in the file (a combined file also has the key) stay behind.
const certificatesIn = (pem: string) =>
  pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
const keyBlock = /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----[^-]+-----END \1-----/

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

/** Of the kinds of key only these two have suites; a key that is too short fails in the context. */
function isUsable({ publicKey }: X509Certificate, files: TlsFiles): boolean {
  if (!['rsa', 'ec'].includes(publicKey.asymmetricKeyType ?? '')) return false
  try {
    createSecureContext(files)
    return true
  } catch {
    return false
  }
}

// `validToDate` is not in every Node that this runs on.
const factsOf = (certificate: X509Certificate): Certificate => ({
  subject: oneLine(certificate.subject),
  issuer: oneLine(certificate.issuer),
  selfSigned: certificate.checkIssued(certificate),
  names: namesIn(certificate.subjectAltName ?? ''),
  validFrom: Date.parse(certificate.validFrom),
  validUntil: Date.parse(certificate.validTo),
  fingerprint: certificate.fingerprint256,
})

const oneLine = (distinguishedName: string | undefined) =>
  (distinguishedName ?? '').split('\n').join(', ')

/** Node prints `DNS:a.example, IP Address:10.0.0.7`, and in quotes what tries to look like two. */
function namesIn(subjectAltName: string): string[] {
  return subjectAltName.split(', ').flatMap((entry) => {
    const [, kind, name = ''] = /^(DNS|IP Address):([^"]+)$/.exec(entry) ?? []
    if (kind === 'DNS') return [name.toLowerCase()]
    return kind === 'IP Address' && ipaddr.isValid(name) ? [ipaddr.parse(name).toString()] : []
  })
}
