import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Asked = { names?: string[]; days?: number; key?: string[]; selfSigned?: boolean }

export type MadeCertificate = {
  certificatePath: string
  keyPath: string
  cert: string
  key: string
  /** What callers must trust. */
  ca: string
  caPath: string
}

export const ecKey = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']

/**
 * Certificates by openssl, which is how people make theirs: a private authority, and servers that it
 * vouches for, in a folder of their own.
 */
export function createCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-certificates-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
  const read = (path: string) => readFileSync(path, 'utf8')
  const newKey = (path: string, key: string[]) => ['-newkey', ...key, '-nodes', '-keyout', path]

  const caPath = at('ca.pem')
  const authority = ['-x509', '-subj', '/O=Keyward tests/CN=Test authority', '-days', '30']
  openssl('req', ...authority, ...newKey(at('ca-key.pem'), ecKey), '-out', caPath)

  return {
    folder,
    caPath,
    openssl,
    /** Writes `NAME.pem` and `NAME-key.pem`; made again under the same name, they are renewed. */
    make(name: string, asked: Asked = {}): MadeCertificate {
      const { names = ['IP:127.0.0.1', 'DNS:localhost', 'DNS:gateway.example'] } = asked
      const { days = 90, key = ecKey, selfSigned = false } = asked
      const [certificatePath, keyPath] = [at(`${name}.pem`), at(`${name}-key.pem`)]
      const subject = ['-subj', `/CN=${name}`, ...newKey(keyPath, key)]
      const extension = `subjectAltName=${names.join(',')}`
      if (selfSigned)
        openssl(
          ...['req', '-x509', ...subject, '-addext', extension, '-days', String(days)],
          ...['-out', certificatePath],
        )
      else {
        const [request, extensions] = [at('request.pem'), at('extensions')]
        openssl('req', '-new', ...subject, '-out', request)
        writeFileSync(extensions, `${extension}\nbasicConstraints=CA:FALSE\n`)
        openssl(
          ...['x509', '-req', '-in', request, '-CA', caPath, '-CAkey', at('ca-key.pem')],
          ...['-CAcreateserial', '-extfile', extensions, '-days', String(days)],
          ...['-out', certificatePath],
        )
      }
      const cert = read(certificatePath)
      const ca = selfSigned ? cert : read(caPath)
      const trusted = selfSigned ? certificatePath : caPath
      return { certificatePath, keyPath, cert, key: read(keyPath), ca, caPath: trusted }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
