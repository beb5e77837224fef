import { sql as raw } from 'kysely'
import type { EntityId, UserId } from '../../contract/id'
import { grantsFrom } from './find-token'
import { countOf, total } from './list-query'
import { build, type Sql } from './sql'
import { allEntities } from './stored-grant'
import { tokenFrom, tokenRows } from './token-row'

/** Unrevoked tokens of a user, or those with a grant on an entity or on all of them. */
export function listReaching(
  sql: Sql,
  { userId, entityId }: { userId?: UserId; entityId?: EntityId },
  limit: number,
  now: number,
) {
  const found = build
    .selectFrom('token')
    .where('token.revoked_at', 'is', null)
    .$if(userId !== undefined, (some) => some.where('token.user_id', '=', userId!))
    .$if(entityId !== undefined, (some) =>
      some.where('token.id', 'in', (eb) =>
        eb
          .selectFrom('token_grant')
          .select('token_grant.token_id')
          .where('token_grant.entity_id', 'in', [entityId!, allEntities]),
      ),
    )
  const rows = tokenRows(now)
    .where('token.id', 'in', found.select('token.id'))
    .select(['user.display_name', access.as('access')])
    .orderBy('token.id')
    .limit(limit)
  return sql.read(() => ({
    rows: sql.all(rows).map((row) => ({
      token: tokenFrom(row, now),
      userName: row.display_name,
      access: grantsFrom(row.access),
    })),
    total: countOf(sql, found.select(total)),
  }))
}

const access = raw<string | null>`(
  select group_concat(entity_id || ':' || permissions) from user_access
  where user_access.user_id = token.user_id)`
