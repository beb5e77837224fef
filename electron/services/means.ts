import type { Registry } from '../store/registry'
import type { Announce } from './announce'
import type { GatewayControl } from './gateway-control'
import type { SessionService } from './session-service'

/** What every service that changes how calls are judged works with. */
export type Means = {
  store: Registry
  session: Pick<SessionService, 'actor'>
  gateway: Pick<GatewayControl, 'forget' | 'state'>
  now: () => number
  announce: Announce
}
