import type { Enforcement } from '../contract/enforced'
import type { GatewayState } from '../contract/gateway'
import type { ListeningPlace } from './listening-place'

/** The gateway process as services see it: handed in by `compose`. */
export type GatewayControl = {
  state(): GatewayState
  /** Where it listens, or was last told to. */
  place(): ListeningPlace
  /** The certificate that callers are shown, as PEM; null without TLS. */
  certificatePem(): string | null
  start(place: ListeningPlace): Promise<GatewayState>
  stop(): Promise<GatewayState>
  /**
   * The registry changed: the gateway drops what it cached and says so. Resolves when the next
   * call is judged by the change; a gateway that does not answer in 2 seconds is restarted.
   */
  forget(): Promise<Enforcement>
}
