import type { Enforcement } from '../contract/enforced'
import type { GatewayState } from '../contract/gateway'

/** The gateway process as services see it: handed in by `compose`. */
export type GatewayControl = {
  state(): GatewayState
  start(port: number): Promise<GatewayState>
  stop(): Promise<GatewayState>
  /**
   * The registry changed: the gateway drops what it cached and says so. Resolves when the next
   * call is judged by the change; a gateway that does not answer in 2 seconds is restarted.
   */
  forget(): Promise<Enforcement>
}
