import { day } from '../../contract/time'
import type { SignInAttemptStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { build, type Sql } from './sql'
import { textKey } from './text-key'

export function createAttemptStore({
  sql,
  log,
}: {
  sql: Sql
  log: ActivityLog
}): SignInAttemptStore {
  return {
    async get(username) {
      const row = sql.first(
        build
          .selectFrom('sign_in_throttle')
          .selectAll()
          .where('username_key', '=', textKey(username)),
      )
      return row ? { failures: row.failures, lastFailedAt: row.last_failed_at } : null
    },

    failed: async (username, at, activity) =>
      sql.change(() => {
        sql.run(
          build
            .deleteFrom('sign_in_throttle')
            .where('last_failed_at', '<', at - day)
            .where('username_key', 'not in', build.selectFrom('user').select('username_key')),
        )
        sql.run(
          build
            .insertInto('sign_in_throttle')
            .values({ username_key: textKey(username), failures: 1, last_failed_at: at })
            .onConflict((same) =>
              same.column('username_key').doUpdateSet((eb) => ({
                failures: eb('sign_in_throttle.failures', '+', 1),
                last_failed_at: at,
              })),
            ),
        )
        log.append(activity)
      }),

    clear: async (username) =>
      sql.change(() => {
        sql.run(build.deleteFrom('sign_in_throttle').where('username_key', '=', textKey(username)))
      }),
  }
}
