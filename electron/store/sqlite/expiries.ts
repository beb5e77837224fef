import { sql as raw } from 'kysely'
import type { ExpiriesAsked } from '../registry'
import type { Sql } from './sql'
import { judgedTokens } from './token-row'
import { effectiveExpiry } from './token-status'

/**
 * How many tokens expire between each two of these moments, and how many of those were used lately.
 * The expiry is worked out once a token, and then only compared.
 */
export function countExpiries(sql: Sql, { between, usedSince }: ExpiriesAsked) {
  const expiring = judgedTokens()
    .select([effectiveExpiry.as('expires_at'), 'usage.last_used_at as used_at'])
    .where('token.revoked_at', 'is', null)
    .where(effectiveExpiry, '>=', between[0]!)
    .where(effectiveExpiry, '<', between.at(-1)!)
  const ends = between.slice(1)
  const places = raw.join(
    ends.map((end, place) => raw`when expires_at < ${end} then ${raw.lit(place)}`),
    raw` `,
  )
  const found = sql.all(raw<{ place: number; tokens: number; used: number }>`
    with expiring as materialized ${expiring}
    select case ${places} end as place, count(*) as tokens,
      count(*) filter (where used_at >= ${usedSince}) as used
    from expiring group by place`)
  return ends.map((_end, place) => {
    const { tokens = 0, used = 0 } = found.find((one) => one.place === place) ?? {}
    return { tokens, used }
  })
}
