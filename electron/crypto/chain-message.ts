import type { Facts } from '../contract/activity'
import type { ActivityDraft } from '../store/registry'
import { canonical, type Canonical } from './canonical'

/** The bytes that chain an activity entry to the one before it. */
export const chainMessage = (previous: Uint8Array, seq: number, entry: ActivityDraft): Buffer =>
  canonical([
    previous,
    seq,
    entry.at,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.subjectName,
    entry.concernsUserId,
    facts(entry.before),
    facts(entry.after),
    // Only where there is one, so that entries of before there were any keep the MAC they have.
    ...(entry.group ? [entry.group] : []),
  ])

/** By name, in the order of code units, which no locale changes. */
const facts = (given: Facts | null): Canonical =>
  given && Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1))
