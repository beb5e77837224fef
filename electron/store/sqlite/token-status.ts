import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { day } from '../../contract/time'
import { tokenStatuses, type TokenStatus } from '../../contract/token'

const soon = 7 * day

/** What a policy limits: the stored one's columns, or values of one that is only thought of. */
export type Limits = Record<
  'longestLifetimeDays' | 'unusedFlagDays' | 'unusedDisableDays',
  RawBuilder<number | null>
>

export const storedLimits: Limits = {
  longestLifetimeDays: sql`policy.longest_lifetime_days`,
  unusedFlagDays: sql`policy.unused_flag_days`,
  unusedDisableDays: sql`policy.unused_disable_days`,
}

/**
 * From when days unused are counted (`unusedSince` of the verdict), over the table `token`;
 * null while no gateway ever ran.
 */
export const unusedSince = sql<number | null>`max(
  token.created_at, coalesce(token.starts_at, 0), coalesce(token.unused_from, 0),
  coalesce((
    select last_used_at from gw.token_usage as used where used.token_id = token.token_id), 0), (select since from gw.observation))`

/**
 * How tokens are judged by these limits, over the tables `token`, `user` and `policy`. Whoever
 * judges more than once hands in what was found out about the days unused.
 */
export function judgedBy(
  { longestLifetimeDays, unusedFlagDays, unusedDisableDays }: Limits,
  since: RawBuilder<number | null> = unusedSince,
) {
  /** min(expiry, created + longest lifetime) */
  const effectiveExpiry = sql<number | null>`case
  when ${longestLifetimeDays} is null then token.expires_at
  when token.expires_at is null then token.created_at + ${longestLifetimeDays} * ${sql.lit(day)}
  else min(token.expires_at, token.created_at + ${longestLifetimeDays} * ${sql.lit(day)})
end`

  // Most registries have no such limit, and then nothing is looked up.
  const isUnusedTooLong = (now: number) => sql<boolean>`
  ${unusedDisableDays} is not null and ${since} + ${unusedDisableDays} * ${sql.lit(day)} <= ${now}`

  /** What the policy makes of the days without a call. */
  const unusedMark = (now: number) => sql<'flagged' | 'disabled' | null>`case
  when token.revoked_at is not null then null
  when ${isUnusedTooLong(now)} then 'disabled'
  when ${since} + ${unusedFlagDays} * ${sql.lit(day)} <= ${now} then 'flagged'
end`

  /**
   * The place of a token's status in `tokenStatuses`: the first that applies. The gateway's verdict
   * draws the same lines.
   */
  const statusPlace = (now: number) => sql<number>`case
  when token.revoked_at is not null then ${placeOf('revoked')}
  when token.enabled = 0 or ${isUnusedTooLong(now)} then ${placeOf('disabled')}
  when "user".status <> 'active' then ${placeOf('user_disabled')}
  when token.starts_at > ${now} then ${placeOf('not_yet_active')}
  when ${effectiveExpiry} <= ${now} then ${placeOf('expired')}
  when ${effectiveExpiry} <= ${now + soon} then ${placeOf('expiring_soon')}
  else ${placeOf('active')}
end`

  /** Tokens whose calls are judged on their grants. */
  const isWorking = (now: number) =>
    sql<boolean>`${statusPlace(now)} >= ${placeOf('expiring_soon')}`

  return { effectiveExpiry, unusedMark, statusPlace, isWorking }
}

export const { effectiveExpiry, unusedMark, statusPlace, isWorking } = judgedBy(storedLimits)

export const hasStatus = (status: TokenStatus, now: number) =>
  sql<SqlBool>`${statusPlace(now)} = ${placeOf(status)}`

const placeOf = (status: TokenStatus) => sql.lit(tokenStatuses.indexOf(status))

export function statusAt(place: number): TokenStatus {
  const status = tokenStatuses[place]
  if (!status) throw new RangeError(`no token status ${place}`)
  return status
}
