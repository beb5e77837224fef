import type { Enforcement } from '../contract/enforced'
import type { GatewayState } from '../contract/gateway'
import type { GatewayControl } from './gateway-control'

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
    startedAt: null,
    failure: null,
    calls: { allowed: 0, refused: 0, perSecond: 0, lastAt: null },
  }
  const control: GatewayControl = {
    state: () => state,
    async start(port) {
      told.push(`start ${port}`)
      const baseUrl = `http://127.0.0.1:${port}`
      const failure = taken.has(port) ? ({ code: 'port_in_use', detail: { port } } as const) : null
      state = { ...state, state: failure ? 'failed' : 'running', port, baseUrl, failure }
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
    takePort: (port: number) => void taken.add(port),
    answers: (next: Enforcement) => void (enforcement = next),
  }
}
