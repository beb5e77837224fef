import { sql } from 'kysely'
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
 * The place of a token's status in `tokenStatuses`, over the tables `token`, `user` and `policy`:
 * the first that applies. The gateway's verdict draws the same lines.
 */
export const statusPlace = (now: number) => sql<number>`case
  when token.revoked_at is not null then ${placeOf('revoked')}
  when token.enabled = 0 then ${placeOf('disabled')}
  when "user".status <> 'active' then ${placeOf('user_disabled')}
  when token.starts_at > ${now} then ${placeOf('not_yet_active')}
  when ${effectiveExpiry} <= ${now} then ${placeOf('expired')}
  when ${effectiveExpiry} <= ${now + soon} then ${placeOf('expiring_soon')}
  else ${placeOf('active')}
end`

/** Tokens whose calls are judged on their grants. */
export const isWorking = (now: number) =>
  sql<boolean>`${statusPlace(now)} >= ${placeOf('expiring_soon')}`

const placeOf = (status: TokenStatus) => sql.lit(tokenStatuses.indexOf(status))

export function statusAt(place: number): TokenStatus {
  const status = tokenStatuses[place]
  if (!status) throw new RangeError(`no token status ${place}`)
  return status
}
