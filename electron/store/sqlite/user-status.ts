import type { UserId } from '../../contract/id'
import type { User, UserStatus } from '../../contract/user'
import { build, type Sql } from './sql'
import { userFrom } from './user-row'

export const findUser = (sql: Sql, id: UserId): User | null => {
  const row = sql.first(build.selectFrom('user').selectAll().where('id', '=', id))
  return row ? userFrom(row) : null
}

export const administrators = (sql: Sql) =>
  sql.all(build.selectFrom('user').select(['id', 'status']).where('role', '=', 'administrator'))

/** The last one who can still sign in. */
export const isLastAdministrator = (sql: Sql, id: UserId): boolean => {
  const active = administrators(sql).filter((one) => one.status === 'active')
  return active.length === 1 && active[0]?.id === id
}

/** Within a transaction; the word for why it cannot be, or null. */
export function setUserStatus(
  sql: Sql,
  change: { id: UserId; ifVersion: number; status: UserStatus; at: number },
): 'not_found' | 'changed_meanwhile' | 'last_administrator' | null {
  const before = findUser(sql, change.id)
  if (!before) return 'not_found'
  if (before.version !== change.ifVersion) return 'changed_meanwhile'
  if (change.status === 'disabled' && isLastAdministrator(sql, change.id))
    return 'last_administrator'
  sql.run(
    build
      .updateTable('user')
      .set({ status: change.status, updated_at: change.at, version: before.version + 1 })
      .where('id', '=', change.id),
  )
  return null
}
