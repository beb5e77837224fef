import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright'

export type CertificateFiles = { certificatePath: string; keyPath: string; pem: string }

/** A certificate that vouches for itself, made as people make one; made again it is renewed. */
export function makeCertificate(folder: string, name: string, names: string): CertificateFiles {
  const certificatePath = join(folder, `${name}.pem`)
  const keyPath = join(folder, `${name}-key.pem`)
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-keyout', keyPath, '-out', certificatePath, '-days', '90', '-subj', `/CN=${name}`],
      ...['-addext', `subjectAltName=${names}`],
    ],
    { stdio: 'pipe' },
  )
  return { certificatePath, keyPath, pem: readFileSync(certificatePath, 'utf8') }
}

/** The system's dialog is no page: from now on it answers with this file. */
export const dialogChooses = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
