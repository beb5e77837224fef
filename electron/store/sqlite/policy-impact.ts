import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { TokenId, UserId } from '../../contract/id'
import type { Policy } from '../../contract/policy'
import {
  impactKinds,
  mostImpactRows,
  type ImpactAsked,
  type ImpactKind,
  type PolicyImpact,
} from '../../contract/policy-impact'
import { day } from '../../contract/time'
import { kept } from './kept'
import { fitsNoPattern } from './name-patterns'
import { build, type Sql } from './sql'
import { judgedTokens } from './token-row'
import { judgedBy, storedLimits, unusedSince } from './token-status'

/** Which tokens the stored policy judges otherwise than the one that is asked about. */
export function readPolicyImpact(
  sql: Sql,
  { policy, kind }: ImpactAsked,
  now: number,
): PolicyImpact {
  return sql.read(() => {
    const stored = kept(sql.first(build.selectFrom('policy').select('name_patterns')))
    const namesMatter = stored.name_patterns !== JSON.stringify(policy.namePatterns)
    const found = sql.all(affected(policy, kind, namesMatter, now))
    // Sums over all that are affected stand beside each; where there are none, all are 0.
    const sums = found[0]
    return {
      counts: Object.fromEntries(
        impactKinds.map((one) => [one, sums?.[`${one}_count`] ?? 0]),
      ) as Record<ImpactKind, number>,
      tokens: sums?.tokens ?? 0,
      stopping: sums?.stopping ?? 0,
      stoppingInUse: sums?.stopping_in_use ?? 0,
      rows: found
        .filter((row) => row.is_asked_for === 1)
        .map((row) => ({
          id: row.token_id as TokenId,
          name: row.name,
          userId: row.user_id as UserId,
          userName: row.display_name,
          kinds: impactKinds.filter((one) => row[one] === 1),
          isInUse: row.is_in_use === 1,
          lastUsedAt: row.last_used_at,
          lastUsedFrom: row.last_used_from,
          expiresBefore: row.expires_before,
          expiresAfter: row.expires_after,
          expiryZone: row.expiry_zone,
        })),
    }
  })
}

/**
 * One pass over all tokens, each looked up and judged once: SQLite would work out every expression
 * again wherever it is used.
 */
const affected = (policy: Policy, kind: ImpactKind | null, namesMatter: boolean, now: number) =>
  build
    .with(
      (name) => name('found').materialized(),
      () => unrevokedTokens(now),
    )
    .with(
      (name) => name('judged').materialized(),
      (db) =>
        db
          .selectFrom('found as token')
          .innerJoin('user', 'user.id', 'token.user_id')
          .innerJoin('policy', (join) => join.onTrue())
          .selectAll('token')
          .select('user.display_name')
          .select(judgements(policy, namesMatter, now)),
    )
    .selectFrom('judged')
    .selectAll()
    .select(impactKinds.map((one) => happens[one].as(one)))
    .select(impactKinds.map((one) => sumOf(happens[one]).as(`${one}_count` as const)))
    .select([
      sumOf(raw`1`).as('tokens'),
      sumOf(stops).as('stopping'),
      sumOf(raw`${stops} and is_in_use`).as('stopping_in_use'),
      (kind === null ? raw<SqlBool>`1` : happens[kind]).as('is_asked_for'),
    ])
    .where(anything)
    .orderBy('is_asked_for', 'desc')
    .orderBy('is_in_use', 'desc')
    .orderBy(raw`${stops} desc`)
    .orderBy('last_used_at', 'desc')
    .orderBy('search_key')
    .limit(mostImpactRows)

const unrevokedTokens = (now: number) =>
  judgedTokens()
    .select([
      'token.token_id',
      'token.name',
      'token.search_key',
      'token.user_id',
      'token.enabled',
      'token.created_at',
      'token.starts_at',
      'token.expires_at',
      'token.revoked_at',
      'token.expiry_zone',
      'usage.last_used_at',
      'usage.last_used_from',
      raw<number>`coalesce(usage.last_used_at > ${now - day}, 0)`.as('is_in_use'),
      unusedSince.as('unused_since'),
    ])
    .where('token.revoked_at', 'is', null)

function judgements(policy: Policy, namesMatter: boolean, now: number) {
  const since = raw<number | null>`token.unused_since`
  const before = judgedBy(storedLimits, since)
  const after = judgedBy(
    {
      longestLifetimeDays: raw`${policy.longestLifetimeDays}`,
      unusedFlagDays: raw`${policy.unusedFlagDays}`,
      unusedDisableDays: raw`${policy.unusedDisableDays}`,
    },
    since,
  )
  return [
    before.effectiveExpiry.as('expires_before'),
    after.effectiveExpiry.as('expires_after'),
    before.isWorking(now).as('works_before'),
    after.isWorking(now).as('works_after'),
    before.unusedMark(now).as('mark_before'),
    after.unusedMark(now).as('mark_after'),
    (namesMatter ? fitsNoPattern(policy.namePatterns) : raw<SqlBool>`0`).as('name_unfit'),
    raw<number>`${now}`.as('now'),
  ] as const
}

const stops = raw<boolean>`(works_before and not works_after)`
const revives = raw<boolean>`(works_after and not works_before)`
/** Its end is another one, and it is neither over in both cases nor told of as the above. */
const endMoves = raw<boolean>`(expires_before is not expires_after
  and not ${stops} and not ${revives}
  and (coalesce(expires_before, now + 1) > now or coalesce(expires_after, now + 1) > now))`
/** Days unused of a token that is over anyway are no news. */
const markMoves = raw<boolean>`(mark_before is not mark_after and coalesce(expires_after, now + 1) > now)`

/** Over the columns of `judgements`. */
const happens: Record<ImpactKind, RawBuilder<SqlBool>> = {
  ends_at_once: raw`(${stops} and mark_after is not 'disabled')`,
  disabled_unused: raw`(${stops} and mark_after is 'disabled')`,
  works_again: raw`${revives}`,
  gets_end: raw`(${endMoves} and expires_before is null)`,
  ends_earlier: raw`(${endMoves} and expires_after < expires_before)`,
  ends_later: raw`(${endMoves} and (expires_after is null or expires_after > expires_before))`,
  flagged: raw`(${markMoves} and mark_after is 'flagged' and mark_before is null)`,
  unflagged: raw`(${markMoves} and mark_after is null and mark_before is 'flagged')`,
  name_unfit: raw`name_unfit`,
}

const anything = raw<SqlBool>`(${raw.join(Object.values(happens), raw` or `)})`

const sumOf = (condition: RawBuilder<unknown>) =>
  raw<number>`coalesce(sum(${condition}) over (), 0)`
