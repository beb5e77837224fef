import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Selectable } from 'kysely'
import type { ActivityAction, ActivityEntry, SubjectKind } from '../../contract/activity'
import type { UserId } from '../../contract/id'
import type { ActivityDraft, ActivityStore } from '../registry'
import { chainStart, factsFrom, type ActivityLog, type Chain } from './activity-log'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import type { ActivityTable } from './tables'

/** Checked in one go, some milliseconds' worth: the window must not feel it. */
const piece = 250

export function createActivityStore({
  sql,
  log,
  chain,
}: {
  sql: Sql
  log: ActivityLog
  chain: Chain
}): ActivityStore {
  const entriesAfter = (seq: number) =>
    sql.all(
      build.selectFrom('activity').selectAll().where('seq', '>', seq).orderBy('seq').limit(piece),
    )

  return {
    async list(asked) {
      const { action, search, userId } = asked
      const found = build
        .selectFrom('activity')
        .$if(action !== undefined, (some) => some.where('action', '=', action!))
        .$if(search !== undefined, (some) => some.where(matches(search!, ['search_key'])))
        .$if(userId !== undefined, (some) =>
          some.where((eb) =>
            eb.or([eb('actor_id', '=', userId!), eb('concerns_user_id', '=', userId!)]),
          ),
        )
      const page = found.selectAll().orderBy('seq', 'desc')
      return sql.read(() => ({
        rows: sql.all(page.limit(asked.pageSize).offset(firstRowOf(asked))).map(entryFrom),
        total: countOf(sql, found.select(total)),
      }))
    },

    async append(entry) {
      sql.change(() => log.append(entry))
    },

    async verify() {
      let previous: Buffer = chainStart
      let checked = 0
      for (;;) {
        const rows = entriesAfter(checked)
        for (const row of rows) {
          // The MAC covers the number too, so a removed entry shows in the one after it.
          const fits = row.mac.equals(chain(previous, row.seq, draftFrom(row)))
          if (!fits) return { checked, brokenAt: row.seq }
          previous = row.mac
          checked += 1
        }
        if (rows.length < piece) return { checked, brokenAt: null }
        await nextTurn()
      }
    },
  }
}

type Row = Selectable<ActivityTable>

const draftFrom = (row: Row): ActivityDraft => ({
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
})

function entryFrom(row: Row): ActivityEntry {
  const { concernsUserId: _, ...entry } = draftFrom(row)
  return { seq: row.seq, ...entry }
}
