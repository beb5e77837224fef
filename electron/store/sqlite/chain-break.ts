import type { ChainBreak } from '../../contract/activity'
import type { Chain } from './activity-log'
import { draftFrom, type ActivityRow } from './activity-row'

/** The last entry that fits, or what stands before the first. */
export type Link = { seq: number; mac: Buffer }

/** Tried for entries that were removed and the rest numbered anew. */
const mostShifted = 100

/** What was done where a row does not fit behind the link before it, as far as the MACs can tell. */
export function chainBreak(given: {
  chain: Chain
  previous: Link
  row: ActivityRow
  next: ActivityRow | null
  /** An anchor's MAC for the row's number, and the last number that any anchor has. */
  anchored: Buffer | null
  lastAnchored: number
}): ChainBreak {
  const { chain, previous, row, next, anchored, lastAnchored } = given
  const broken = (
    kind: ChainBreak['kind'],
    entry = row.seq,
    missing: number | null = null,
  ): ChainBreak => ({ kind, entry, missing, knownFrom: null })
  const fits = (before: Buffer, seq: number, one: ActivityRow) =>
    one.mac.equals(chain(before, seq, draftFrom(one)))

  if (row.seq < 1) return broken('inserted')
  const expected = previous.seq + 1
  if (row.seq > expected) return broken('removed', expected, row.seq - expected)
  if (next) {
    if (fits(previous.mac, row.seq, next))
      return broken(fits(next.mac, row.seq + 1, row) ? 'moved' : 'inserted')
    if (fits(row.mac, next.seq, next)) return broken('changed')
    for (let shifted = 1; shifted <= mostShifted; shifted += 1)
      if (fits(row.mac, next.seq + shifted, next)) return broken('removed', row.seq, shifted)
  }
  if (anchored?.equals(row.mac)) return broken('changed')
  return broken(!next && lastAnchored < row.seq ? 'not_ours' : 'changed')
}
