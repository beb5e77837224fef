import * as z from 'zod'
import { Moment, TokenId, Version } from './id'
import { day, hour } from './time'

/** How long the secret that is replaced stays valid beside the new one. */
export const overlapHours = [1, 24, 168] as const

export const Overlap = z.discriminatedUnion('kind', [
  /** After a leak: the old secret is refused with the next call. */
  z.object({ kind: z.literal('at_once') }),
  z.object({ kind: z.literal('hours'), hours: z.literal(overlapHours) }),
  z.object({ kind: z.literal('until'), at: Moment }),
])
export type Overlap = z.output<typeof Overlap>

/** The moment at which an overlap that begins now is over. */
export function overlapEnd(overlap: Overlap, now: number): number {
  if (overlap.kind === 'at_once') return now
  return overlap.kind === 'until' ? overlap.at : now + overlap.hours * hour
}

/**
 * The end of a secret that somebody ended: below zero, so that no clock that is put back revives it.
 * When that was is its `momentOfEnd`.
 */
export const endedByHand = (at: number): number => -at

export const momentOfEnd = (validUntil: number): number => Math.abs(validUntil)

export const Rotation = z.object({ id: TokenId, version: Version, overlap: Overlap })
export type Rotation = z.output<typeof Rotation>

/** Of the secret with this number. */
export const OverlapEnding = z.object({
  id: TokenId,
  version: Version,
  number: z.number().int().positive(),
})
export type OverlapEnding = z.output<typeof OverlapEnding>

export const OverlapExtension = OverlapEnding.extend({ overlap: Overlap })
export type OverlapExtension = z.output<typeof OverlapExtension>

/** One of a token's secrets, and who still calls with it; the text itself nobody has. */
export const SecretInUse = z.object({
  /** The first is 1; the highest is the one in use. */
  number: z.number().int(),
  isCurrent: z.boolean(),
  /** Since when there is one; null where the log does not say any more. */
  since: Moment.nullable(),
  /** Of an earlier one, never beyond the token's own end (`momentOfEnd`); null is the one in use. */
  validUntil: Moment.nullable(),
  /** Allowed ones, counted since the token was first rotated. */
  calls: z.number().int(),
  lastUsedAt: Moment.nullable(),
  lastUsedFrom: z.string().nullable(),
})
export type SecretInUse = z.output<typeof SecretInUse>

export const TokenSecrets = z.object({
  /** The one in use first. */
  all: z.array(SecretInUse),
  /** Calls that were refused because their secret was replaced. */
  refused: z.object({
    calls: z.number().int(),
    lastAt: Moment.nullable(),
    lastSource: z.string().nullable(),
  }),
})
export type TokenSecrets = z.output<typeof TokenSecrets>

/** What the counters say about taking an earlier secret away. */
export type Evidence = {
  verdict: 'safe' | 'too_early' | 'still_used' | 'new_unused'
  /** Without a call since this moment, or since it was replaced. */
  unusedSince: number
  /** With the secrets that came after it. */
  newCalls: number
}

/** Shorter, and a job that runs every night would not have been seen. */
export const quietEnough = day

/** Safe is to take away what was not called with for a day, while something newer was. */
export function evidenceOf(old: SecretInUse, all: readonly SecretInUse[], now: number): Evidence {
  const newer = all.filter(({ number }) => number > old.number)
  const newCalls = newer.reduce((calls, one) => calls + one.calls, 0)
  const replacedAt = newer.find(({ number }) => number === old.number + 1)?.since ?? now
  const lastUsedAt = old.lastUsedAt ?? 0
  const unusedSince = Math.max(lastUsedAt, replacedAt)
  const isQuiet = now - unusedSince >= quietEnough
  if (lastUsedAt >= replacedAt && !isQuiet) return { verdict: 'still_used', unusedSince, newCalls }
  if (newCalls === 0) return { verdict: 'new_unused', unusedSince, newCalls }
  return { verdict: isQuiet ? 'safe' : 'too_early', unusedSince, newCalls }
}

/** Which earlier secret a call that was refused at that moment had: the last that had ended. */
export const replacedAt = <Secret extends { number: number; validUntil: number | null }>(
  secrets: readonly Secret[],
  at: number,
): Secret | undefined => {
  const earlier = secrets
    .filter(({ validUntil }) => validUntil !== null)
    .toSorted((a, b) => b.number - a.number)
  return earlier.find(({ validUntil }) => validUntil !== null && validUntil <= at) ?? earlier[0]
}
