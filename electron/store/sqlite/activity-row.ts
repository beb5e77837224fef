import type { Selectable } from 'kysely'
import {
  Facts,
  type ActivityAction,
  type ActivityEntry,
  type ActivityGroup,
  type SubjectKind,
} from '../../contract/activity'
import type { UserId } from '../../contract/id'
import type { ActivityDraft } from '../registry'
import type { ActivityTable } from './tables'
import { searchKey } from './text-key'

export type ActivityRow = Selectable<ActivityTable>
/** All but its place in the chain. */
type Columns = Omit<ActivityRow, 'seq' | 'mac'>

export const columnsFrom = (entry: ActivityDraft): Columns => ({
  at: entry.at,
  actor_id: entry.actorId,
  actor_name: entry.actorName,
  action: entry.action,
  subject_kind: entry.subjectKind,
  subject_id: entry.subjectId,
  subject_name: entry.subjectName,
  concerns_user_id: entry.concernsUserId,
  search_key: searchKey(entry.actorName, entry.subjectName, entry.subjectId ?? '', entry.action),
  before: entry.before && JSON.stringify(entry.before),
  after: entry.after && JSON.stringify(entry.after),
  group_id: entry.group ?? null,
})

export const draftFrom = (row: Columns): ActivityDraft => ({
  at: row.at,
  actorId: row.actor_id as UserId | null,
  actorName: row.actor_name,
  action: row.action as ActivityAction,
  subjectKind: row.subject_kind as SubjectKind,
  subjectId: row.subject_id,
  subjectName: row.subject_name,
  concernsUserId: row.concerns_user_id as UserId | null,
  before: factsFrom(row.before),
  after: factsFrom(row.after),
  group: row.group_id as ActivityGroup | null,
})

export function entryFrom(row: ActivityRow): ActivityEntry {
  const { concernsUserId: _, group, ...entry } = draftFrom(row)
  return { seq: row.seq, ...entry, group: group ?? null }
}

/**
 * Whether Keyward would write this very row for what it reads in it. The MAC covers what is read:
 * this covers the columns beside it and every other spelling of the same facts.
 */
export function isAsWritten(row: Columns): boolean {
  const { search_key, before, after } = columnsFrom(draftFrom(row))
  return search_key === row.search_key && before === row.before && after === row.after
}

/** Null where the text holds no facts: one edited row must not keep all others from being read. */
function factsFrom(text: string | null): Facts | null {
  if (text === null) return null
  try {
    return Facts.parse(JSON.parse(text))
  } catch {
    return null
  }
}
