import type { PolicyStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { kept } from './kept'
import { build, type Sql } from './sql'

/** The policy is the one row of its table. */
export function createPolicyStore({ sql, log }: { sql: Sql; log: ActivityLog }): PolicyStore {
  return {
    async get() {
      const row = kept(sql.first(build.selectFrom('policy').selectAll()))
      return {
        longestLifetimeDays: row.longest_lifetime_days,
        neverAllowed: row.never_allowed === 1,
        callsPerMinute: row.calls_per_minute,
      }
    },

    set: async (policy, activity) =>
      sql.change(() => {
        sql.run(
          build.updateTable('policy').set({
            longest_lifetime_days: policy.longestLifetimeDays,
            never_allowed: policy.neverAllowed ? 1 : 0,
            calls_per_minute: policy.callsPerMinute,
          }),
        )
        log.append(activity)
      }),
  }
}
