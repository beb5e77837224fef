import type { Certificate } from '../contract/listening'
import type { Checked } from '../crypto/certificate'
import type { ListeningPlace } from './listening-place'

/** Reads the user's certificate and key files: handed in by `compose`. */
export type TlsFileReader = {
  certificate(path: string): Checked<Certificate>
  keyFile(path: string): Checked<{ readableByOthers: boolean }>
  /** Whether the two fit each other and can be used. */
  both(paths: NonNullable<ListeningPlace['tls']>): Checked<Certificate>
}
