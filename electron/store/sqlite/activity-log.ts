import type { Facts } from '../../contract/activity'
import type { Seals } from '../../crypto/types'
import type { ActivityDraft } from '../registry'
import { build, type Sql } from './sql'
import { textKey } from './text-key'

export type Chain = Seals['chain']

/** What the first entry is chained to. */
export const chainStart = Buffer.alloc(32)

/** Writes activity inside the transaction of the change that it tells of. */
export type ActivityLog = { append(entry: ActivityDraft): void }

export function createActivityLog({ sql, chain }: { sql: Sql; chain: Chain }): ActivityLog {
  const lastEntry = build
    .selectFrom('activity')
    .select(['seq', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)

  return {
    append(entry) {
      const last = sql.first(lastEntry)
      const seq = (last?.seq ?? 0) + 1
      const before = factsText(entry.before)
      const after = factsText(entry.after)
      // Sealed as it will be read back: JSON leaves out what it cannot say.
      const asRead = { ...entry, before: factsFrom(before), after: factsFrom(after) }
      sql.run(
        build.insertInto('activity').values({
          seq,
          at: entry.at,
          actor_id: entry.actorId,
          actor_name: entry.actorName,
          action: entry.action,
          subject_kind: entry.subjectKind,
          subject_id: entry.subjectId,
          subject_name: entry.subjectName,
          concerns_user_id: entry.concernsUserId,
          search_key: searchKey(entry),
          before,
          after,
          mac: chain(last?.mac ?? chainStart, seq, asRead),
        }),
      )
    },
  }
}

const searchKey = ({ actorName, subjectName, subjectId, action }: ActivityDraft) =>
  textKey([actorName, subjectName, subjectId ?? '', action].join('\n'))

const factsText = (facts: Facts | null) => facts && JSON.stringify(facts)

export const factsFrom = (text: string | null): Facts | null =>
  text === null ? null : (JSON.parse(text) as Facts)
