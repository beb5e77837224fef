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
        defaultLifetimeDays: row.default_lifetime_days,
        namePatterns: JSON.parse(row.name_patterns) as string[],
        unusedFlagDays: row.unused_flag_days,
        unusedDisableDays: row.unused_disable_days,
        reminderDays: JSON.parse(row.reminder_days) as number[],
      }
    },

    set: async (policy, activity) =>
      sql.change(() => {
        sql.run(
          build.updateTable('policy').set({
            longest_lifetime_days: policy.longestLifetimeDays,
            never_allowed: policy.neverAllowed ? 1 : 0,
            calls_per_minute: policy.callsPerMinute,
            default_lifetime_days: policy.defaultLifetimeDays,
            name_patterns: JSON.stringify(policy.namePatterns),
            unused_flag_days: policy.unusedFlagDays,
            unused_disable_days: policy.unusedDisableDays,
            reminder_days: JSON.stringify(policy.reminderDays),
          }),
        )
        log.append(activity)
      }),
  }
}
