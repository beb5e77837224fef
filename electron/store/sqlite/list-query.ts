import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { PageAsked } from '../../contract/page'
import type { Query, Sql } from './sql'
import { likePattern } from './like-pattern'
import { foldedKey } from './text-key'

/** True where any of the folded columns has the text in it; its own % and _ are taken as they are. */
export function matches(search: string, columns: string[]): RawBuilder<SqlBool> {
  const pattern = likePattern(foldedKey(search))
  const each = columns.map((column) => raw`${raw.ref(column)} like ${pattern} escape '\\'`)
  return raw<SqlBool>`(${raw.join(each, raw` or `)})`
}

export const firstRowOf = ({ page, pageSize }: PageAsked): number => page * pageSize

/** `count(*)`, to be selected as the one column that `countOf` reads. */
export const total = raw<number>`count(*)`.as('total')

export const countOf = (sql: Sql, query: Query<{ total: number }>): number =>
  sql.first(query)?.total ?? 0
