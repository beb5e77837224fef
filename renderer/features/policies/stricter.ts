import type { Policy } from '../../../electron/contract/policy'

/** Which of the rules allow less than before, beside those whose tokens are listed. */
export function whatGetsStricter(before: Policy, after: Policy): (keyof Policy)[] {
  return [
    ...(after.callsPerMinute < before.callsPerMinute ? (['callsPerMinute'] as const) : []),
    ...(before.neverAllowed && !after.neverAllowed ? (['neverAllowed'] as const) : []),
  ]
}
