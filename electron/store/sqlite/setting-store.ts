import type { SettingStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { build, type Sql } from './sql'

export function createSettingStore({ sql, log }: { sql: Sql; log: ActivityLog }): SettingStore {
  return {
    async get(key) {
      const row = sql.first(build.selectFrom('setting').select('value').where('key', '=', key))
      return row && JSON.parse(row.value)
    },

    set: async (key, given, activity) =>
      sql.change(() => {
        const value = JSON.stringify(given)
        sql.run(
          build
            .insertInto('setting')
            .values({ key, value })
            .onConflict((same) => same.column('key').doUpdateSet({ value })),
        )
        log.append(activity)
      }),
  }
}
