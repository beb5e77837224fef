import type { ActivityDraft } from '../store/registry'
import type { GatewayData } from '../store/gateway-data'
import type { Registry } from '../store/registry'
import type { Passwords, Seals, TokenFormat } from '../crypto/types'
import type { User } from '../contract/user'
import type { Seeded } from './seeded'

/** What the demo is written with: real stores and real keys, a clock and a repeatable chance. */
export type DemoMeans = {
  store: Registry
  gatewayData: GatewayData
  format: TokenFormat
  seals: Seals
  passwords: Passwords
  now: () => number
  /** Base64 text of this many random bytes; for passwords that nobody is to know. */
  randomText: (bytes: number) => string
  seeded: Seeded
}

type Told = Pick<ActivityDraft, 'action' | 'subjectKind' | 'subjectId' | 'subjectName'> &
  Partial<Pick<ActivityDraft, 'before' | 'after' | 'concernsUserId'>>

/** An activity entry: what `actor` did at that moment. */
export const told = (actor: User, at: number, what: Told): ActivityDraft => ({
  at,
  actorId: actor.id,
  actorName: actor.displayName,
  before: null,
  after: null,
  concernsUserId: null,
  ...what,
})

/** For outcomes that an empty profile cannot have: `username_taken` and the like. */
export function mustBeDone<T>(outcome: T | string): T {
  if (typeof outcome === 'string') throw new Error(`The demo could not be filled: ${outcome}`)
  return outcome
}
