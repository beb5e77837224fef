import type { Seals } from '../../crypto/types'
import type { ActivityDraft } from '../registry'
import { columnsFrom, draftFrom } from './activity-row'
import { build, type Sql } from './sql'

export type Chain = Seals['chain']

/** What the first entry is chained to. */
export const chainStart = Buffer.alloc(32)

/** Writes activity inside the transaction of the change that it tells of. */
export type ActivityLog = { append(entry: ActivityDraft): void }

export function createActivityLog({
  sql,
  chain,
  appended,
}: {
  sql: Sql
  chain: Chain
  appended: () => void
}): ActivityLog {
  const lastEntry = build
    .selectFrom('activity')
    .select(['seq', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)

  return {
    append(entry) {
      const last = sql.first(lastEntry)
      const seq = (last?.seq ?? 0) + 1
      const columns = columnsFrom(entry)
      // Sealed as it will be read back: JSON leaves out what it cannot say.
      const mac = chain(last?.mac ?? chainStart, seq, draftFrom(columns))
      sql.run(build.insertInto('activity').values({ seq, ...columns, mac }))
      appended()
    },
  }
}
