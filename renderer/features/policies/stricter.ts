import type { Policy } from '../../../electron/contract/policy'

/** Which of the rules would allow less than before. */
export function whatGetsStricter(before: Policy, after: Policy): (keyof Policy)[] {
  const days = (policy: Policy) => policy.longestLifetimeDays ?? Number.POSITIVE_INFINITY
  return [
    ...(days(after) < days(before) ? (['longestLifetimeDays'] as const) : []),
    ...(after.callsPerMinute < before.callsPerMinute ? (['callsPerMinute'] as const) : []),
    ...(before.neverAllowed && !after.neverAllowed ? (['neverAllowed'] as const) : []),
  ]
}
