import { sql as raw } from 'kysely'
import type { TokenFilter } from '../../contract/inventory'
import { leftBy } from './filtered-tokens'
import type { Sql } from './sql'
import { judgedTokens } from './token-row'

/** How many each of these filters leaves, in one pass over the tokens. */
export function countTokens(sql: Sql, filters: TokenFilter[], now: number): number[] {
  const counts = filters.map((filter) => raw`count(*) filter (where ${leftBy(filter, now)})`)
  const row = sql.first(
    judgedTokens().select(raw<string>`json_array(${raw.join(counts)})`.as('counts')),
  )
  return JSON.parse(row?.counts ?? '[]') as number[]
}
