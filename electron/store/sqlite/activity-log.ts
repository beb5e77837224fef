import type { CompiledQuery } from 'kysely'
import type { Seals } from '../../crypto/types'
import type { ActivityDraft } from '../registry'
import { columnsFrom, draftFrom, type ActivityRow } from './activity-row'
import { build, type Query, type Sql } from './sql'

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
  const lastEntry = builtOnce(() =>
    build.selectFrom('activity').select(['seq', 'mac']).orderBy('seq', 'desc').limit(1),
  )
  const insertion = builtOnce((row: ActivityRow) => build.insertInto('activity').values(row))

  return {
    append(entry) {
      const last = sql.first(lastEntry())
      const seq = (last?.seq ?? 0) + 1
      const columns = columnsFrom(entry)
      // Sealed as it will be read back: JSON leaves out what it cannot say.
      const mac = chain(last?.mac ?? chainStart, seq, draftFrom(columns))
      sql.run(insertion({ seq, ...columns, mac }))
      appended()
    },
  }
}

/** An import writes entries by the ten thousand: only the values of a row are new each time. */
function builtOnce<Row, Found>(query: (row: Row) => Query<Found>) {
  let built: CompiledQuery<Found> | null = null
  return (...given: Row extends object ? [Row] : []): Query<Found> => {
    const [row] = given
    built ??= query(row as Row).compile(build)
    const compiled = { ...built, parameters: row ? Object.values(row) : built.parameters }
    return { compile: () => compiled }
  }
}
