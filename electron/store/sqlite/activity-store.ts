import type { ActivityStore } from '../registry'
import type { AnchorFile } from '../anchor-file'
import type { ActivityAnchors } from './activity-anchors'
import type { ActivityLog, Chain } from './activity-log'
import { createActivityList } from './activity-list'
import { checkChain, piece } from './check-chain'
import { readAnchors } from './known-anchors'
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
    ...createActivityList({ sql }),

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
