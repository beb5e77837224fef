import { sql as raw, type RawBuilder } from 'kysely'
import type { TokenId, UserId } from '../../contract/id'
import type { Page, PageAsked } from '../../contract/page'
import { countOf, firstRowOf, total } from './list-query'
import type { Sql } from './sql'
import type { judgedTokens } from './token-row'

type StillCalled = {
  tokenId: TokenId
  tokenName: string
  userId: UserId
  userName: string
  /** From when on its calls are refused. */
  since: number
  calls: number
  lastCallAt: number
  lastSource: string
}

/** Of these tokens those whose calls are refused for a reason that lasts, by their last call. */
export function listStillCalled(
  sql: Sql,
  asked: PageAsked,
  tokens: ReturnType<typeof judgedTokens>,
  { reason, since }: { reason: 'expired' | 'secret_replaced'; since: RawBuilder<number | null> },
): Page<StillCalled> {
  const called = tokens.innerJoin(refusedFor(reason), 'called.token_id', 'token.token_id')
  const rows = called
    .select([
      'token.token_id',
      'token.name',
      'token.user_id',
      'user.display_name',
      since.$notNull().as('since'),
      'called.calls',
      'called.last_at',
      'called.source',
    ])
    .orderBy('called.last_at', 'desc')
    .limit(asked.pageSize)
    .offset(firstRowOf(asked))
  return sql.read(() => ({
    rows: sql.all(rows).map((row) => ({
      tokenId: row.token_id as TokenId,
      tokenName: row.name,
      userId: row.user_id as UserId,
      userName: row.display_name,
      since: row.since,
      calls: row.calls,
      lastCallAt: row.last_at,
      lastSource: row.source,
    })),
    total: countOf(sql, called.select(total)),
  }))
}

type Called = { token_id: string; calls: number; last_at: number; source: string }

/** By token; the source is that of the last one. */
const refusedFor = (reason: string) =>
  raw<Called>`(select token_id, sum(calls) as calls, max(last_at) as last_at, source
    from gw.refused_call where reason = ${raw.lit(reason)} and token_id is not null
    group by token_id)`.as('called')
