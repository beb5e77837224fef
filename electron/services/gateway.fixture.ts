import type { Enforcement } from '../contract/enforced'
import type { GatewayState } from '../contract/gateway'
import type { GatewayControl } from './gateway-control'
import { loopbackPlace, reachOf } from './listening-place'
import { baseUrl } from './base-url'

/** A gateway process that only remembers what it was told. */
export function createFakeGateway() {
  const told: string[] = []
  const taken = new Set<number>()
  let enforcement: Enforcement = 'at_once'
  let state: GatewayState = {
    state: 'stopped',
    address: '127.0.0.1',
    port: 0,
    baseUrl: '',
    reach: 'this_computer',
    certificate: null,
    renewalFailure: null,
    startedAt: null,
    failure: null,
    calls: { allowed: 0, refused: 0, perSecond: 0, lastAt: null },
  }
  let place = loopbackPlace(0)
  const control: GatewayControl = {
    state: () => state,
    place: () => place,
    certificatePem: () => null,
    async start(asked) {
      place = asked
      const { port, address } = place
      told.push(`start ${isDefault(address) ? '' : `${address} `}${port}`)
      const failure = taken.has(port) ? ({ code: 'port_in_use', detail: { port } } as const) : null
      state = {
        ...state,
        state: failure ? 'failed' : 'running',
        address,
        port,
        baseUrl: baseUrl(place),
        reach: reachOf(place),
        failure,
      }
      return state
    },
    async stop() {
      told.push('stop')
      state = { ...state, state: 'stopped', failure: null }
      return state
    },
    async forget() {
      told.push('forget')
      return enforcement
    },
  }
  return {
    control,
    told,
    /** As the system answers about a place that nobody listens on yet. */
    placeProblem: async (_address: string, port: number) =>
      taken.has(port) ? ('port_in_use' as const) : null,
    takePort: (port: number) => void taken.add(port),
    answers: (next: Enforcement) => void (enforcement = next),
  }
}

const isDefault = (address: string) => address === '127.0.0.1'
