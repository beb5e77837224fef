import type { Selectable } from 'kysely'
import type { UserId } from '../../contract/id'
import type { TokenObstacle, TokenUpdate } from '../registry'
import type { ActivityLog } from './activity-log'
import { build, type Sql } from './sql'
import type { TokenTable } from './tables'
import { textKey } from './text-key'
import { columnsOf, tokenSearchKey } from './token-columns'
import { replaceGrants, replaceOldSecrets } from './token-history'

/**
 * Changes tokens and does what belongs to it, in one transaction: all of it, or nothing where one
 * of them cannot be changed.
 */
export function updateTokens<T>(
  { sql, log }: { sql: Sql; log: ActivityLog },
  changes: TokenUpdate[],
  andThen: () => T,
): T | TokenObstacle {
  try {
    return sql.change(() => {
      for (const change of changes) {
        const refused = updateToken(sql, change)
        // Thrown, so that the changes before it are undone.
        if (refused) throw new Obstructed({ refused, id: change.id })
        log.append(change.activity)
      }
      return andThen()
    })
  } catch (error) {
    if (error instanceof Obstructed) return error.obstacle
    throw error
  }
}

class Obstructed extends Error {
  constructor(readonly obstacle: TokenObstacle) {
    super(obstacle.refused)
  }
}

/** Changes one token, within a transaction; the word for why it cannot be, or null. */
function updateToken(
  sql: Sql,
  { id, ifVersion, set, rightsMac, activity }: TokenUpdate,
): TokenObstacle['refused'] | null {
  const stored = sql.first(build.selectFrom('token').selectAll().where('token_id', '=', id))
  if (!stored) return 'not_found'
  if (stored.revoked_at !== null) return 'token_revoked'
  if (stored.version !== ifVersion) return 'changed_meanwhile'
  const { grants, oldSecrets, ...parts } = set
  const after = { ...factsOf(stored), ...parts }
  const isElsewhere = after.userId !== stored.user_id || textKey(after.name) !== stored.name_key
  if (isElsewhere && isNameInUse(sql, after.userId, after.name)) return 'token_name_taken'
  sql.run(
    build
      .updateTable('token')
      .set({
        ...columnsOf(parts),
        search_key: tokenSearchKey(after),
        rights_mac: rightsMac,
        version: ifVersion + 1,
      })
      .where('token_id', '=', id),
  )
  if (grants) replaceGrants(sql, stored.id, grants, activity.at)
  if (oldSecrets) replaceOldSecrets(sql, stored.id, oldSecrets)
  return null
}

/** By an unrevoked token of this user, in any spelling. */
export const isNameInUse = (sql: Sql, userId: UserId, name: string): boolean =>
  sql.first(
    build
      .selectFrom('token')
      .select('id')
      .where('user_id', '=', userId)
      .where('name_key', '=', textKey(name))
      .where('revoked_at', 'is', null),
  ) !== undefined

const factsOf = (row: Selectable<TokenTable>) => ({
  userId: row.user_id as UserId,
  name: row.name,
  note: row.note,
  system: row.system,
  contact: row.contact,
  keptIn: row.kept_in,
})
