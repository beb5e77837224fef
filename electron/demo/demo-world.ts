import type { GatewayData } from '../store/gateway-data'
import type { Registry } from '../store/registry'
import type { ClientFormat, Passwords, Seals, TokenFormat } from '../crypto/types'
import type { User } from '../contract/user'
import type { Actor } from '../services/activity-entry'
import type { Seeded } from './seeded'

/** What the demo is written with: real stores and real keys, a clock and a repeatable chance. */
export type DemoMeans = {
  store: Registry
  gatewayData: GatewayData
  format: TokenFormat
  clientFormat: ClientFormat
  seals: Seals
  passwords: Passwords
  now: () => number
  /** Base64 text of this many random bytes; for passwords that nobody is to know. */
  randomText: (bytes: number) => string
  seeded: Seeded
}

/** Whoever does something in the demo's past is its administrator. */
export const actorOf = (user: User): Actor => ({ id: user.id, name: user.displayName })

/** For outcomes that an empty profile cannot have: `username_taken` and the like. */
export function mustBeDone<T extends object>(outcome: T | string): T {
  const word = typeof outcome === 'string' ? outcome : 'refused' in outcome && outcome.refused
  if (typeof outcome === 'string' || word)
    throw new Error(`The demo could not be filled: ${String(word)}`)
  return outcome
}
