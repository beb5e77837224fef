import { sql as raw, type Selectable } from 'kysely'
import type { RefusalReason, RefusedCall, RefusedCallsAsked } from '../../contract/gateway'
import type { TokenId, UserId } from '../../contract/id'
import type { Permission } from '../../contract/permission'
import type { CallStore } from '../registry'
import { countOf, firstRowOf, matches, total } from './list-query'
import { build, type Sql } from './sql'
import type { RefusedCallTable } from './tables'
import { listStillCalled } from './still-called'
import { judgedTokens } from './token-row'
import { effectiveExpiry, isWorking } from './token-status'

export function createCallStore({ sql }: { sql: Sql }): CallStore {
  return {
    async refused(asked) {
      const matching = refusedCalls(asked)
      const rows = described(matching)
        .orderBy('call.id', 'desc')
        .limit(asked.pageSize)
        .offset(firstRowOf(asked))
      return sql.read(() => ({
        rows: sql.all(rows).map(callFrom),
        total: countOf(sql, matching.select(total)),
      }))
    },

    refusedBefore: async (asked, before, limit) =>
      sql
        .all(
          described(refusedCalls(asked))
            .$if(before !== null, (some) => some.where('call.id', '<', before!))
            .orderBy('call.id', 'desc')
            .limit(limit),
        )
        .map(callFrom),

    async expiredButCalled(asked, now) {
      const ended = judgedTokens()
        .where('token.revoked_at', 'is', null)
        .where(effectiveExpiry, '<=', now)
      const page = listStillCalled(sql, asked, ended, { reason: 'expired', since: effectiveExpiry })
      return {
        ...page,
        rows: page.rows.map(({ since: expiredAt, ...row }) => ({ ...row, expiredAt })),
      }
    },

    async replacedButCalled(asked, now) {
      const working = judgedTokens().where(isWorking(now))
      const since = raw<number>`token.rotated_at`
      const page = listStillCalled(sql, asked, working, { reason: 'secret_replaced', since })
      return {
        ...page,
        rows: page.rows.map(({ since: rotatedAt, ...row }) => ({ ...row, rotatedAt })),
      }
    },

    hoursSince: async (hour) =>
      sql.all(
        build.selectFrom('gw.call_hour').selectAll().where('hour', '>=', hour).orderBy('hour'),
      ),
  }
}

function refusedCalls(asked: RefusedCallsAsked) {
  const { tokenId, userId, reason, entity, search, from, to } = asked
  return build
    .selectFrom('gw.refused_call as call')
    .leftJoin('token', 'token.token_id', 'call.token_id')
    .$if(tokenId !== undefined, (some) => some.where('call.token_id', '=', tokenId!))
    .$if(userId !== undefined, (some) => some.where('token.user_id', '=', userId!))
    .$if(reason !== undefined, (some) => some.where('call.reason', '=', reason!))
    .$if(entity !== undefined, (some) => some.where('call.entity', '=', entity!))
    .$if(from !== undefined, (some) => some.where('call.last_at', '>=', from!))
    .$if(to !== undefined, (some) => some.where('call.at', '<', to!))
    .$if(Boolean(search), (some) =>
      some.where(matches(search!, ['call.source', 'call.token_id', 'token.search_key'])),
    )
}

const described = (calls: ReturnType<typeof refusedCalls>) =>
  calls.selectAll('call').select(['token.name as token_name', 'token.user_id'])

const callFrom = (
  row: Selectable<RefusedCallTable> & { token_name: string | null; user_id: number | null },
): RefusedCall => ({
  id: row.id,
  at: row.at,
  lastAt: row.last_at,
  calls: row.calls,
  source: row.source,
  tokenId: row.token_id as TokenId | null,
  tokenName: row.token_name,
  userId: row.user_id as UserId | null,
  method: row.method,
  entity: row.entity,
  permission: row.permission as Permission | null,
  reason: row.reason as RefusalReason,
  status: row.status,
})
