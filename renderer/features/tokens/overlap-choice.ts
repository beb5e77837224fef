import { overlapEnd, overlapHours, type Overlap } from '../../../electron/contract/rotation'
import { hour } from '../../../electron/contract/time'
import { momentTyped, typedMoment } from '../../ui/typed-moment'

export const overlapChoices = ['at_once', ...overlapHours, 'until'] as const
export type OverlapChoice = (typeof overlapChoices)[number]

/** What is chosen, and what was typed for a moment of one's own. */
export type OverlapInput = { choice: OverlapChoice; typed: string }

export type OverlapProblem = 'notAMoment' | 'inPast' | 'beyond' | 'notLonger'

type Limits = {
  now: number
  /** The end of the token; null is never. */
  latest: number | null
  /** What it lasts for already. */
  endsAt?: number
}

export const isTooLong = (choice: OverlapChoice, { now, latest }: Limits): boolean =>
  typeof choice === 'number' && latest !== null && now + choice * hour > latest

/** A day, where the token lives as long; else up to its end. */
export function firstOverlap(limits: Limits): OverlapInput {
  const { latest } = limits
  if (!isTooLong(24, limits) || latest === null) return { choice: 24, typed: '' }
  return isTooLong(1, limits)
    ? { choice: 'until', typed: typedMoment(latest) }
    : { choice: 1, typed: '' }
}

export function overlapOf({ choice, typed }: OverlapInput): Overlap {
  if (choice === 'at_once') return { kind: 'at_once' }
  if (choice === 'until') return { kind: 'until', at: momentTyped(typed) }
  return { kind: 'hours', hours: choice }
}

/** The end that is meant, or why there is none. */
export function chosenEnd(
  input: OverlapInput,
  { now, latest, endsAt }: Limits,
): { end: number; problem: null } | { end: null; problem: OverlapProblem } {
  const end = overlapEnd(overlapOf(input), now)
  const problem = Number.isNaN(end)
    ? 'notAMoment'
    : input.choice === 'until' && end <= now
      ? 'inPast'
      : latest !== null && end > latest
        ? 'beyond'
        : endsAt !== undefined && end <= endsAt
          ? 'notLonger'
          : null
  return problem === null ? { end, problem } : { end: null, problem }
}
