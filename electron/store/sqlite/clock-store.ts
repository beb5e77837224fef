import { sql as raw } from 'kysely'
import type { ClockStore, SeenClock } from '../registry'
import type { ActivityLog } from './activity-log'
import { build, buildGateway, type Sql } from './sql'

const hour = 3_600_000

/**
 * The latest moment that anything was stamped with. The last entry of the log says what the clock
 * was when it was written, also after a correction; calls are asked only for what came after one.
 */
export function readSeenClock(registry: Sql, gateway: Sql): SeenClock {
  const kept = registry.first(build.selectFrom('clock').selectAll())
  const wrongUntil = kept?.wrong_until ?? 0
  const entry = registry.first(
    build.selectFrom('activity').select('at').orderBy('seq', 'desc').limit(1),
  )
  const refused = gateway.first(
    buildGateway.selectFrom('refused_call').select('last_at').orderBy('id', 'desc').limit(1),
  )
  const counted = gateway.first(
    buildGateway.selectFrom('call_hour').select(({ fn }) => fn.max('hour').as('hour')),
  )
  const ofCalls = [refused?.last_at ?? 0, (counted?.hour ?? 0) * hour]
  return {
    seen: Math.max(
      kept?.seen ?? 0,
      entry?.at ?? 0,
      ...ofCalls.filter((moment) => moment > wrongUntil),
    ),
    corrections: kept?.corrections ?? 0,
  }
}

export function createClockStore({ sql, log }: { sql: Sql; log: ActivityLog }): ClockStore {
  return {
    seen: async () => readSeenClock(sql, sql),

    saw: async (seen) =>
      void sql.run(
        build
          .insertInto('clock')
          .values({ one: 1, seen, wrong_until: 0, corrections: 0 })
          .onConflict((same) => same.column('one').doUpdateSet({ seen })),
      ),

    correct: async ({ at, wrongUntil }, activity) =>
      sql.change(() => {
        sql.run(
          build
            .insertInto('clock')
            .values({ one: 1, seen: at, wrong_until: wrongUntil, corrections: 1 })
            .onConflict((same) =>
              same.column('one').doUpdateSet((eb) => ({
                seen: at,
                wrong_until: wrongUntil,
                corrections: eb('clock.corrections', '+', 1),
              })),
            ),
        )
        // Else a token would count as used until the wrong clock's day comes.
        sql.run(raw`update gw.token_usage set last_used_at = ${at} where last_used_at > ${at}`)
        log.append(activity)
      }),
  }
}
