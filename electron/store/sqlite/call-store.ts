import type { RefusalReason } from '../../contract/gateway'
import type { TokenId, UserId } from '../../contract/id'
import type { Permission } from '../../contract/permission'
import type { CallStore } from '../registry'
import { countOf, firstRowOf, total } from './list-query'
import { build, type Sql } from './sql'

export function createCallStore({ sql }: { sql: Sql }): CallStore {
  return {
    async refused(asked) {
      const { tokenId, reason } = asked
      const found = build
        .selectFrom('gw.refused_call as call')
        .$if(tokenId !== undefined, (some) => some.where('call.token_id', '=', tokenId!))
        .$if(reason !== undefined, (some) => some.where('call.reason', '=', reason!))
      const rows = found
        .leftJoin('token', 'token.token_id', 'call.token_id')
        .selectAll('call')
        .select(['token.name as token_name', 'token.user_id'])
        .orderBy('call.id', 'desc')
        .limit(asked.pageSize)
        .offset(firstRowOf(asked))
      return sql.read(() => ({
        rows: sql.all(rows).map((row) => ({
          id: row.id,
          at: row.at,
          source: row.source,
          tokenId: row.token_id as TokenId | null,
          tokenName: row.token_name,
          userId: row.user_id as UserId | null,
          method: row.method,
          entity: row.entity,
          permission: row.permission as Permission | null,
          reason: row.reason as RefusalReason,
          status: row.status,
        })),
        total: countOf(sql, found.select(total)),
      }))
    },
  }
}
