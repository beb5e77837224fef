import { day } from '../../../electron/contract/time'
import type { Token } from '../../../electron/contract/token'

type Counted = Pick<Token, 'enabled' | 'revokedAt' | 'unusedMark' | 'unusedSince' | 'expiresAt'>

/**
 * When the policy would begin to refuse a token that nobody calls with; null where it does not, or
 * where something else refuses it by then. Enabling a disabled one gives it its days anew.
 */
export function unusedEnd(token: Counted, unusedDisableDays: number | null): number | null {
  const { enabled, revokedAt, unusedMark, unusedSince, expiresAt } = token
  if (unusedDisableDays === null || unusedSince === null) return null
  if (!enabled || revokedAt !== null || unusedMark === 'disabled') return null
  const end = unusedSince + unusedDisableDays * day
  return expiresAt !== null && expiresAt <= end ? null : end
}
