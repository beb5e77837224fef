import type { ActivityEntry } from '../../contract/activity'
import type { ActivityStore } from '../registry'
import type { AnchorFile } from '../anchor-file'
import type { ActivityAnchors } from './activity-anchors'
import type { ActivityLog, Chain } from './activity-log'
import { draftFrom, type ActivityRow } from './activity-row'
import { checkChain, piece } from './check-chain'
import { readAnchors } from './known-anchors'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'

export function createActivityStore({
  sql,
  log,
  chain,
  anchors,
  anchorFile,
}: {
  sql: Sql
  log: ActivityLog
  chain: Chain
  anchors: ActivityAnchors
  anchorFile: AnchorFile
}): ActivityStore {
  const rowsAfter = (seq: number) =>
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

    async verify(known = []) {
      return checkChain({ chain, rowsAfter, anchors: await readAnchors(anchorFile, known) })
    },

    anchorsFound: async () => anchors.found(),
    beginAnchors: async () => anchors.begin(),
    anchor: async () => anchors.keep(),
  }
}

function entryFrom(row: ActivityRow): ActivityEntry {
  const { concernsUserId: _, group, ...entry } = draftFrom(row)
  return { seq: row.seq, ...entry, group: group ?? null }
}
