import { sql as raw } from 'kysely'
import type { ActivityAction, ActivityFilter, Grouped, SubjectKind } from '../../contract/activity'
import { activityConditions, every } from './activity-filter'
import { build, type Sql } from './sql'

/** What the groups of these rows hold of what was asked for; none where they are not folded. */
export function groupsOf(
  sql: Sql,
  filter: ActivityFilter,
  rows: { group_id: string | null }[],
): Map<string | null, Grouped> {
  const groups = [...new Set(rows.map((row) => row.group_id))].filter((one) => one !== null)
  if (filter.group !== undefined || groups.length === 0) return new Map()
  const conditions = activityConditions(filter, 'activity')
  const found = build
    .selectFrom('activity')
    .where('group_id', 'in', groups)
    .$if(conditions.length > 0, (some) => some.where(every(conditions)))
    .groupBy('group_id')
    .select((eb) => [
      'group_id',
      raw<number>`count(*)`.as('count'),
      eb.fn.min('action').as('first_action'),
      eb.fn.max('action').as('last_action'),
      eb.fn.min('subject_kind').as('first_kind'),
      eb.fn.max('subject_kind').as('last_kind'),
    ])
  return new Map(
    sql.all(found).map((group) => [
      group.group_id,
      {
        count: group.count,
        action: same(group.first_action, group.last_action) as ActivityAction | null,
        subjectKind: same(group.first_kind, group.last_kind) as SubjectKind | null,
      },
    ]),
  )
}

const same = (first: string, last: string) => (first === last ? first : null)
