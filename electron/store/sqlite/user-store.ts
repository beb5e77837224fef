import type { UserId } from '../../contract/id'
import type { Grant } from '../../contract/permission'
import type { User } from '../../contract/user'
import type { UserInsert, UserStore } from '../registry'
import type { ActivityLog } from './activity-log'
import { kept } from './kept'
import { build, type Sql } from './sql'
import { administrators, findUser, isLastAdministrator, setUserStatus } from './user-status'
import { grantFrom, storedGrant } from './stored-grant'
import { foldedKey, searchKey, textKey } from './text-key'
import { listUsers } from './user-list'
import { userFrom } from './user-row'

export function createUserStore({ sql, log }: { sql: Sql; log: ActivityLog }): UserStore {
  const users = build.selectFrom('user').selectAll()

  const find = (id: UserId) => findUser(sql, id)

  const byUsername = (username: string) =>
    sql.first(users.where('username_key', '=', textKey(username)))

  function insertUser(user: UserInsert): User {
    const { rowId } = sql.run(
      build.insertInto('user').values({
        kind: user.kind,
        ...namesOf(user),
        status: 'active',
        role: user.role,
        password_hash: user.passwordHash,
        last_sign_in_at: null,
        created_at: user.at,
        updated_at: user.at,
        version: 1,
      }),
    )
    insertAccess(rowId as UserId, user.access)
    return kept(find(rowId as UserId))
  }

  function insertAccess(id: UserId, grants: Grant[]) {
    for (const grant of grants)
      sql.run(build.insertInto('user_access').values({ user_id: id, ...storedGrant(grant) }))
  }

  return {
    list: async (asked, now) => listUsers(sql, asked, now),
    get: async (id) => find(id),

    async findForSignIn(username) {
      const row = byUsername(username)
      return row ? { user: userFrom(row), passwordHash: row.password_hash } : null
    },

    hasAdministrator: async () => administrators(sql).length > 0,

    insertFirstAdministrator: async (user, activity) =>
      sql.change(() => {
        if (administrators(sql).length > 0) return 'already_set_up'
        const inserted = insertUser(user)
        log.append(activity(inserted))
        return inserted
      }),

    insert: async (user, activity) =>
      sql.change(() => {
        if (byUsername(user.username)) return 'username_taken'
        const inserted = insertUser(user)
        log.append(activity(inserted))
        return inserted
      }),

    update: async (change, activity) =>
      sql.change(() => {
        const before = find(change.id)
        if (!before) return 'not_found'
        if (before.version !== change.ifVersion) return 'changed_meanwhile'
        const named = byUsername(change.username)
        if (named && named.id !== change.id) return 'username_taken'
        if (change.role !== 'administrator' && isLastAdministrator(sql, change.id))
          return 'last_administrator'
        const { passwordHash } = change
        sql.run(
          build
            .updateTable('user')
            .set({
              ...namesOf(change),
              role: change.role,
              updated_at: change.at,
              version: before.version + 1,
            })
            .$if(change.role === null, (user) => user.set({ password_hash: null }))
            .$if(change.role !== null && passwordHash !== undefined, (user) =>
              user.set({ password_hash: passwordHash! }),
            )
            .where('id', '=', change.id),
        )
        log.append(activity)
        return kept(find(change.id))
      }),

    setStatus: async (change, activity) =>
      sql.change(() => {
        const refused = setUserStatus(sql, change)
        if (refused) return refused
        log.append(activity)
        return kept(find(change.id))
      }),

    signedIn: async (id, at, activity) =>
      sql.change(() => {
        sql.run(build.updateTable('user').set({ last_sign_in_at: at }).where('id', '=', id))
        log.append(activity)
      }),

    access: async (id) =>
      sql
        .all(build.selectFrom('user_access').selectAll().where('user_id', '=', id))
        .toSorted((a, b) => a.entity_id - b.entity_id)
        .map(grantFrom),

    setAccess: async ({ id, ifVersion, grants, at }, activity) =>
      sql.change(() => {
        const before = find(id)
        if (!before) return 'not_found'
        if (before.version !== ifVersion) return 'changed_meanwhile'
        sql.run(build.deleteFrom('user_access').where('user_id', '=', id))
        insertAccess(id, grants)
        sql.run(
          build
            .updateTable('user')
            .set({ updated_at: at, version: before.version + 1 })
            .where('id', '=', id),
        )
        log.append(activity)
        return kept(find(id))
      }),
  }
}

const namesOf = ({ username, displayName }: Pick<User, 'username' | 'displayName'>) => ({
  username,
  username_key: textKey(username),
  display_name: displayName,
  display_key: foldedKey(displayName),
  search_key: searchKey(username, displayName),
})
