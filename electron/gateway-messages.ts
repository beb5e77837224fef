import type { GatewayState } from './contract/gateway'
import type { GatewayKeys } from './crypto/keys'

/** What main tells the gateway process. Keys travel here only: never in arguments or environment. */
export type ToGateway =
  | {
      kind: 'start'
      keys: GatewayKeys
      /** Where both database files are. */
      folder: string
      /** 0 is any free one. */
      port: number
      clockOffset: number
    }
  | { kind: 'forget'; number: number }
  | { kind: 'stop' }

/** What the gateway process tells main. */
export type FromGateway =
  | { kind: 'listening'; port: number }
  | { kind: 'failed'; code: 'port_in_use' | 'internal'; port: number }
  | { kind: 'forgotten'; number: number }
  /** Every second: figures, and the sign of life. */
  | { kind: 'figures'; calls: GatewayState['calls'] }
  /** Usage and refused calls were written, so views of them are stale. */
  | { kind: 'kept' }
  /** A fault of ours, for main's log. */
  | { kind: 'fault'; text: string }
