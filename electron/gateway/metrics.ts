import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import { refusalReasons } from '../contract/gateway'
import type { CallLog } from '../services/call-log'

/** Calls take from half a millisecond to the time after which a request is cut off. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Sums of others, and gauges in spite of their names: promtool is right not to like them. */
const misnamed = ['handles', 'requests', 'resources'].map((what) => `nodejs_active_${what}_total`)

/**
 * Figures of this process for Prometheus, on a registry of their own. Every label takes its values
 * from a closed list; nothing of a token, a user, a record or an entity is in them, for any working
 * token may read them.
 */
export function createMetrics() {
  const register = new Registry()
  collectDefaultMetrics({ register })
  for (const name of misnamed) register.removeSingleMetric(name)
  const registers = [register]

  const calls = new Counter({
    name: 'keyward_calls_total',
    help: 'Calls that were judged, by outcome; of the refused ones the reason.',
    labelNames: ['outcome', 'reason'] as const,
    registers,
  })
  const lookups = new Counter({
    name: 'keyward_token_cache_lookups_total',
    help: 'Presented tokens that were found in the cache of checked tokens (hit) or not (miss).',
    labelNames: ['result'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'keyward_http_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer.',
    labelNames: ['route', 'status'] as const,
    buckets,
    registers,
  })
  // A series that begins at 0 shows its first call as a rise.
  calls.inc({ outcome: 'allowed', reason: 'none' }, 0)
  for (const reason of refusalReasons) calls.inc({ outcome: 'refused', reason }, 0)
  for (const result of ['hit', 'miss']) lookups.inc({ result }, 0)

  return {
    /** The same log; what it is told is counted here too. */
    counting: (callLog: CallLog): CallLog => ({
      ...callLog,
      allowed(...call) {
        calls.inc({ outcome: 'allowed', reason: 'none' })
        callLog.allowed(...call)
      },
      refused(...call) {
        calls.inc({ outcome: 'refused', reason: call[0].reason })
        callLog.refused(...call)
      },
    }),
    tokenLookedUp: (result: 'hit' | 'miss') => lookups.inc({ result }),
    /** `route` is the pattern of an address, never the address. */
    answered(route: string, status: number, milliseconds: number) {
      durations.observe({ route, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1_000)
    },
    mediaType: register.contentType,
    text: () => register.metrics(),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
