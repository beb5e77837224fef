import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { ActivityFilter } from '../../contract/activity'
import { matches } from './list-query'

type Condition = RawBuilder<SqlBool>

/** Of the table by its name in the query; together with a range of numbers each one has an index. */
export function activityConditions(filter: ActivityFilter, table: string): Condition[] {
  const column = (name: string) => raw.ref(`${table}.${name}`)
  const { search, action, actor, userId, subjectKind, subjectId, from, to, group } = filter
  const is = (name: string, value: unknown): Condition => raw`${column(name)} = ${value}`
  return [
    action !== undefined && is('action', action),
    actor === 'keyward' && raw<SqlBool>`${column('actor_id')} is null`,
    typeof actor === 'number' && is('actor_id', actor),
    userId !== undefined &&
      raw<SqlBool>`(${column('actor_id')} = ${userId} or ${column('concerns_user_id')} = ${userId})`,
    // Without an index where it would be gone through as a whole for every range of numbers.
    subjectKind !== undefined &&
      (subjectId === undefined
        ? raw<SqlBool>`+${column('subject_kind')} = ${subjectKind}`
        : is('subject_kind', subjectKind)),
    subjectId !== undefined && is('subject_id', subjectId),
    from !== undefined && raw<SqlBool>`+${column('at')} >= ${from}`,
    to !== undefined && raw<SqlBool>`+${column('at')} <= ${to}`,
    group !== undefined && is('group_id', group),
    search !== undefined && matches(search, [`${table}.search_key`]),
  ].filter((one) => one !== false)
}

/** All of them. */
export const every = (conditions: Condition[]): Condition => raw.join(conditions, raw` and `)
