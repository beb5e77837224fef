import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ActivityEntry } from '../../contract/activity'
import type { ActivityStore } from '../registry'
import { chainStart, type ActivityLog, type Chain } from './activity-log'
import { draftFrom, isAsWritten, type ActivityRow } from './activity-row'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'

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
      // From before the first number that Keyward gives: an entry may have been put there too.
      let seen = -Infinity
      for (;;) {
        const rows = entriesAfter(seen)
        for (const row of rows) {
          // The MAC covers the number too, so a removed entry shows in the one after it.
          const fits = isAsWritten(row) && row.mac.equals(chain(previous, row.seq, draftFrom(row)))
          if (!fits) return { checked, brokenAt: row.seq }
          previous = row.mac
          seen = row.seq
          checked += 1
        }
        if (rows.length < piece) return { checked, brokenAt: null }
        await nextTurn()
      }
    },
  }
}

function entryFrom(row: ActivityRow): ActivityEntry {
  const { concernsUserId: _, group, ...entry } = draftFrom(row)
  return { seq: row.seq, ...entry, group: group ?? null }
}
