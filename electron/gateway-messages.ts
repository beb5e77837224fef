import type { FailureCode } from './contract/failure'
import type { GatewayState } from './contract/gateway'
import type { GatewayKeys } from './crypto/keys'
import type { Served } from './served-certificate'
import type { ListeningPlace } from './services/listening-place'

/** What main tells the gateway process. Keys travel here only: never in arguments or environment. */
export type ToGateway =
  | {
      kind: 'start'
      keys: GatewayKeys
      /** Where both database files are. */
      folder: string
      /** Certificate and key as paths, so that the process can look for renewed ones. */
      place: ListeningPlace
      clockOffset: number
    }
  | { kind: 'forget'; number: number }
  | { kind: 'stop' }

/** What the gateway process tells main. */
export type FromGateway =
  | { kind: 'listening'; port: number; served: Served | null }
  | { kind: 'failed'; code: FailureCode }
  /** The files were renewed: what callers are shown now, and why that is not the new one. */
  | { kind: 'renewed'; served: Served; failure: FailureCode | null }
  | { kind: 'forgotten'; number: number }
  /** Every second: figures, and the sign of life. */
  | { kind: 'figures'; calls: GatewayState['calls'] }
  /** Usage and refused calls were written, so views of them are stale. */
  | { kind: 'kept' }
  /** A fault of ours, for main's log. */
  | { kind: 'fault'; text: string }
