import { sql as raw, type SqlBool } from 'kysely'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ActivityAsked, ActivityFilter, ActivityRow } from '../../contract/activity'
import type { UserId } from '../../contract/id'
import type { Page } from '../../contract/page'
import { activityConditions, every } from './activity-filter'
import { groupsOf } from './activity-groups'
import { entryFrom, type ActivityRow as StoredRow } from './activity-row'
import { firstRowOf } from './list-query'
import { build, type Sql } from './sql'

type Range = { low: number; high: number }

/** Entries gone through in one go, some milliseconds' worth of any filter. */
const wholePiece = 20_000

/**
 * Finds entries piece by piece, newest first, so that a search through a million of them holds
 * nobody up. Nothing is ever changed below the number it begins with.
 */
export function createActivityList({
  sql,
  pieceSize = wholePiece,
}: {
  sql: Sql
  pieceSize?: number
}) {
  /** Only the range in which anything can match: times and groups have it from their index. */
  function rangeOf({ from, to, group }: ActivityFilter): Range | null {
    if (from === undefined && to === undefined && group === undefined) {
      const [low, high] = [
        lowestFrom(-Number.MAX_SAFE_INTEGER),
        highestUpTo(Number.MAX_SAFE_INTEGER),
      ]
      return low === null || high === null ? null : { low, high }
    }
    const found = sql.first(
      build
        .selectFrom('activity')
        .select((eb) => [eb.fn.min('seq').as('low'), eb.fn.max('seq').as('high')])
        .$if(from !== undefined, (some) => some.where('at', '>=', from!))
        .$if(to !== undefined, (some) => some.where('at', '<=', to!))
        .$if(group !== undefined, (some) => some.where('group_id', '=', group!)),
    )
    // Of no row at all the least and the greatest number are null.
    const { low, high } = found as { low: number | null; high: number | null }
    return low === null || high === null ? null : { low, high }
  }

  const numbers = build.selectFrom('activity').select('seq').limit(1)
  const highestUpTo = (seq: number): number | null =>
    sql.first(numbers.where('seq', '<=', seq).orderBy('seq', 'desc'))?.seq ?? null
  const lowestFrom = (seq: number): number | null =>
    sql.first(numbers.where('seq', '>=', seq).orderBy('seq'))?.seq ?? null

  /** From the newest down; what lies between two numbers may be nothing at all. */
  async function* piecesOf({ low, high }: Range): AsyncGenerator<Range> {
    for (let top = high; top >= low;) {
      const bottom = Math.max(low, top - pieceSize + 1)
      yield { low: bottom, high: top }
      top = highestUpTo(bottom - 1) ?? -Infinity
      if (top >= low) await nextTurn()
    }
  }

  async function list(asked: ActivityAsked): Promise<Page<ActivityRow>> {
    const range = rangeOf(asked)
    if (range === null) return { rows: [], total: 0 }
    const first = firstRowOf(asked)
    const rows: StoredRow[] = []
    let total = 0
    for await (const piece of piecesOf(range)) {
      const found = shownIn(asked, piece, range.high)
      const here = countIn(sql, found)
      const missing = asked.pageSize - rows.length
      if (missing > 0 && first < total + here)
        rows.push(
          ...sql.all(
            found
              .selectAll()
              .orderBy('seq', 'desc')
              .limit(missing)
              .offset(Math.max(0, first - total)),
          ),
        )
      total += here
    }
    const groups = groupsOf(sql, asked, rows)
    return {
      rows: rows.map((row) => ({
        ...entryFrom(row),
        concernsUserId: row.concerns_user_id as UserId | null,
        grouped: groups.get(row.group_id) ?? null,
      })),
      total,
    }
  }

  async function count(filter: ActivityFilter): Promise<number> {
    const range = rangeOf(filter)
    if (range === null) return 0
    let total = 0
    for await (const piece of piecesOf(range)) total += countIn(sql, matchingIn(filter, piece))
    return total
  }

  /** Oldest or newest first, each entry for itself; as many at once as were asked for. */
  async function* each(
    filter: ActivityFilter,
    direction: 'asc' | 'desc',
    limit: number,
  ): AsyncGenerator<ReturnType<typeof entryFrom>[]> {
    const range = rangeOf(filter)
    let { low, high } = range ?? { low: 0, high: -1 }
    while (low <= high) {
      const piece =
        direction === 'asc'
          ? { low, high: Math.min(high, low + pieceSize - 1) }
          : { low: Math.max(low, high - pieceSize + 1), high }
      const rows = sql.all(
        matchingIn(filter, piece).selectAll().orderBy('seq', direction).limit(limit),
      )
      if (rows.length > 0) yield rows.map(entryFrom)
      const last = rows.length === limit ? rows.at(-1)!.seq : null
      if (direction === 'asc')
        low = last === null ? (lowestFrom(piece.high + 1) ?? Infinity) : last + 1
      else high = last === null ? (highestUpTo(piece.low - 1) ?? -Infinity) : last - 1
      await nextTurn()
    }
  }

  return { list, count, each }
}

export const matchingIn = (filter: ActivityFilter, { low, high }: Range) => {
  const conditions = activityConditions(filter, 'activity')
  return build
    .selectFrom('activity')
    .where('seq', '>=', low)
    .where('seq', '<=', high)
    .$if(conditions.length > 0, (some) => some.where(every(conditions)))
}

/** Of a group only the newest entry that matches, unless the group itself is what was asked for. */
export function shownIn(filter: ActivityFilter, piece: Range, newest: number) {
  const matching = matchingIn(filter, piece)
  if (filter.group !== undefined) return matching
  const newer = [
    raw<SqlBool>`newer.group_id = activity.group_id`,
    raw<SqlBool>`newer.seq > activity.seq`,
    raw<SqlBool>`newer.seq <= ${newest}`,
    ...activityConditions(filter, 'newer'),
  ]
  return matching.where(
    raw<SqlBool>`(activity.group_id is null or not exists (
      select 1 from activity as newer where ${every(newer)}))`,
  )
}

const countIn = (sql: Sql, found: ReturnType<typeof matchingIn>): number =>
  sql.first(found.select(raw<number>`count(*)`.as('total')))?.total ?? 0
