import type { Policy } from '../../contract/policy'
import type { PolicyStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { kept } from './kept'
import { readPolicyImpact } from './policy-impact'
import { build, type Sql } from './sql'

/** The policy is the one row of its table. */
export function createPolicyStore({ sql, log }: { sql: Sql; log: ActivityLog }): PolicyStore {
  return {
    async get() {
      const row = kept(sql.first(build.selectFrom('policy').selectAll()))
      const counted = sql.first(build.selectFrom('gw.observation').select('since'))
      return {
        longestLifetimeDays: row.longest_lifetime_days,
        neverAllowed: row.never_allowed === 1,
        callsPerMinute: row.calls_per_minute,
        defaultLifetimeDays: row.default_lifetime_days,
        namePatterns: JSON.parse(row.name_patterns) as string[],
        unusedFlagDays: row.unused_flag_days,
        unusedDisableDays: row.unused_disable_days,
        reminderDays: JSON.parse(row.reminder_days) as number[],
        version: row.version,
        callsCountedFrom: counted?.since ?? null,
      }
    },

    set: async (policy, activity, ifVersion) =>
      sql.change(() => {
        const { changes } = sql.run(
          build
            .updateTable('policy')
            .set(({ eb }) => ({ ...columnsFrom(policy), version: eb('version', '+', 1) }))
            .$if(ifVersion !== undefined, (update) => update.where('version', '=', ifVersion!)),
        )
        if (changes === 0) return 'changed_meanwhile'
        log.append(activity)
        return 'saved'
      }),

    impact: async (asked, now) => readPolicyImpact(sql, asked, now),
  }
}

const columnsFrom = (policy: Policy) => ({
  longest_lifetime_days: policy.longestLifetimeDays,
  never_allowed: policy.neverAllowed ? 1 : 0,
  calls_per_minute: policy.callsPerMinute,
  default_lifetime_days: policy.defaultLifetimeDays,
  name_patterns: JSON.stringify(policy.namePatterns),
  unused_flag_days: policy.unusedFlagDays,
  unused_disable_days: policy.unusedDisableDays,
  reminder_days: JSON.stringify(policy.reminderDays),
})
