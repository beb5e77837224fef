import { sql, type SqlBool } from 'kysely'
import { day } from '../../contract/time'
import { tokenStatuses, type TokenStatus } from '../../contract/token'

const soon = 7 * day

/** min(expiry, created + longest lifetime), over the tables `token` and `policy`. */
export const effectiveExpiry = sql<number | null>`case
  when policy.longest_lifetime_days is null then token.expires_at
  when token.expires_at is null then token.created_at + policy.longest_lifetime_days * ${sql.lit(day)}
  else min(token.expires_at, token.created_at + policy.longest_lifetime_days * ${sql.lit(day)})
end`

/**
 * From when days unused are counted (`unusedSince` of the verdict), over the table `token`;
 * null while no gateway ever ran.
 */
export const unusedSince = sql<number | null>`max(
  token.created_at, coalesce(token.starts_at, 0), coalesce(token.unused_from, 0),
  coalesce((
    select last_used_at from gw.token_usage as used where used.token_id = token.token_id), 0), (select since from gw.observation))`

// Most registries have no such limit, and then nothing is looked up.
const isUnusedTooLong = (now: number) => sql<boolean>`
  policy.unused_disable_days is not null and ${unusedSince} + policy.unused_disable_days * ${sql.lit(day)} <= ${now}`

/** What the policy makes of the days without a call. */
export const unusedMark = (now: number) => sql<'flagged' | 'disabled' | null>`case
  when token.revoked_at is not null then null
  when ${isUnusedTooLong(now)} then 'disabled'
  when ${unusedSince} + policy.unused_flag_days * ${sql.lit(day)} <= ${now} then 'flagged'
end`

/**
 * The place of a token's status in `tokenStatuses`, over the tables `token`, `user` and `policy`:
 * the first that applies. The gateway's verdict draws the same lines.
 */
export const statusPlace = (now: number) => sql<number>`case
  when token.revoked_at is not null then ${placeOf('revoked')}
  when token.enabled = 0 or ${isUnusedTooLong(now)} then ${placeOf('disabled')}
  when "user".status <> 'active' then ${placeOf('user_disabled')}
  when token.starts_at > ${now} then ${placeOf('not_yet_active')}
  when ${effectiveExpiry} <= ${now} then ${placeOf('expired')}
  when ${effectiveExpiry} <= ${now + soon} then ${placeOf('expiring_soon')}
  else ${placeOf('active')}
end`

export const hasStatus = (status: TokenStatus, now: number) =>
  sql<SqlBool>`${statusPlace(now)} = ${placeOf(status)}`

/** Tokens whose calls are judged on their grants. */
export const isWorking = (now: number) =>
  sql<boolean>`${statusPlace(now)} >= ${placeOf('expiring_soon')}`

const placeOf = (status: TokenStatus) => sql.lit(tokenStatuses.indexOf(status))

export function statusAt(place: number): TokenStatus {
  const status = tokenStatuses[place]
  if (!status) throw new RangeError(`no token status ${place}`)
  return status
}
