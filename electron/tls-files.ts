import { readFileSync, statSync } from 'node:fs'
import type { Certificate } from './contract/listening'
import {
  checkTlsFiles,
  readCertificate,
  readPrivateKey,
  type Checked,
  type TlsFiles,
} from './crypto/certificate'
import type { ListeningPlace } from './services/listening-place'
import type { TlsFileReader } from './services/tls-file-reader'

type Paths = NonNullable<ListeningPlace['tls']>

/** Longer than any chain of certificates; whoever chooses a film must not wait for it. */
const mostBytes = 1_048_576

/** The user's certificate and key, where they lie: nothing of them is copied into the profile. */
export const tlsFileReader: TlsFileReader = {
  certificate(path) {
    const text = textOf(path)
    return text.ok ? readCertificate(text.value) : text
  },
  keyFile(path) {
    const text = textOf(path)
    const key = text.ok ? readPrivateKey(text.value) : text
    return key.ok ? { ok: true, value: { readableByOthers: isReadableByOthers(path) } } : key
  },
  both: (paths) => {
    const read = readTlsFiles(paths)
    return read.ok ? { ok: true, value: read.value.certificate } : read
  },
}

export function readTlsFiles(paths: Paths): Checked<{ files: TlsFiles; certificate: Certificate }> {
  const cert = textOf(paths.certificatePath)
  if (!cert.ok) return cert
  const key = textOf(paths.keyPath)
  return key.ok ? checkTlsFiles({ cert: cert.value, key: key.value }) : key
}

/** Changes whenever one of the files is written, replaced, or gone, be it with its whole folder. */
export const signatureOf = ({ certificatePath, keyPath }: Paths): string =>
  [certificatePath, keyPath]
    .map((path) => {
      try {
        const { ino, size, mtimeMs } = statSync(path)
        return `${ino} ${size} ${mtimeMs}`
      } catch {
        return 'gone'
      }
    })
    .join(', ')

function textOf(path: string): Checked<string> {
  try {
    const found = statSync(path)
    // Of a pipe or a device nobody knows when it ends, and this process would wait for it.
    if (!found.isFile()) return { ok: false, problem: 'file_not_readable' }
    // A file of another kind is told from one that cannot be read by what is in it.
    return { ok: true, value: found.size > mostBytes ? '' : readFileSync(path, 'utf8') }
  } catch {
    return { ok: false, problem: 'file_not_readable' }
  }
}

/** Windows has no such bits; there the folder's rights decide. */
const isReadableByOthers = (path: string) =>
  process.platform !== 'win32' && (statSync(path).mode & 0o044) !== 0
