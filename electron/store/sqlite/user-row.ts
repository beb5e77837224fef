import { sql as raw, type Selectable, type SqlBool } from 'kysely'
import type { UserId } from '../../contract/id'
import type { Role, User, UserKind, UserRow, UserStatus } from '../../contract/user'
import { build } from './sql'
import type { UserTable } from './tables'
import { effectiveExpiry, isWorking } from './token-status'

export function userFrom(row: Selectable<UserTable>): User {
  return {
    id: row.id as UserId,
    kind: row.kind as UserKind,
    username: row.username,
    displayName: row.display_name,
    status: row.status as UserStatus,
    role: row.role as Role | null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastSignInAt: row.last_sign_in_at,
    version: row.version,
  }
}

export const userRowFrom = (
  row: Selectable<UserTable> & { active_tokens: number; next_expiry_at: number | null },
): UserRow => ({
  ...userFrom(row),
  activeTokens: row.active_tokens,
  nextExpiryAt: row.next_expiry_at,
})

/** The tokens of the user in the outer query that work at the moment `now`. */
const workingTokens = (now: number) =>
  build
    .selectFrom(['token', 'policy'])
    .where(raw<SqlBool>`token.user_id = "user".id`)
    .where(isWorking(now))

export const activeTokens = (now: number) =>
  workingTokens(now).select(({ fn }) => fn.countAll<number>().as('n'))

export const nextExpiry = (now: number) =>
  workingTokens(now).select(({ fn }) => fn.min<number | null>(effectiveExpiry).as('at'))
