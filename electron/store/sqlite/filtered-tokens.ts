import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { TokenFilter } from '../../contract/inventory'
import { day } from '../../contract/time'
import { tokenStatuses } from '../../contract/token'
import { matches } from './list-query'
import { allEntities, permissionBit } from './stored-grant'
import { judgedTokens } from './token-row'
import { effectiveExpiry, statusPlace, unusedMark, unusedSince } from './token-status'

const searched = ['token.search_key', 'token.token_id', 'user.search_key']

/** The tokens of all users that a filter leaves. */
export const filteredTokens = (filter: TokenFilter, now: number) =>
  judgedTokens().where(leftBy(filter, now))

/** What a token must be for a filter to leave it, over `judgedTokens`. */
export function leftBy(filter: TokenFilter, now: number): RawBuilder<SqlBool> {
  const conditions = Object.entries(rules).flatMap(([name, rule]) => {
    const given = filter[name as keyof typeof rules]
    return given === undefined ? [] : [(rule as Rule<unknown>)(given, now, filter)]
  })
  return conditions.length === 0 ? raw<SqlBool>`true` : raw`(${raw.join(conditions, raw` and `)})`
}

type Rule<T> = (given: T, now: number, filter: TokenFilter) => RawBuilder<SqlBool>
type Rules = { [Part in keyof TokenFilter]-?: Rule<NonNullable<TokenFilter[Part]>> }

const rules: Rules = {
  search: (text) => raw`(${matches(text, searched)} or exists (
    select 1 from token_grant join entity on entity.id = token_grant.entity_id
    where token_grant.token_id = token.id and ${matches(text, ['entity.title_key', 'entity.name'])}))`,
  show: (show) => shown[show],
  statuses: (statuses, now) =>
    raw`${statusPlace(now)} in (${raw.join(statuses.map((one) => tokenStatuses.indexOf(one)))})`,
  userId: (id) => raw`token.user_id = ${id}`,
  userStatus: (status) => raw`"user".status = ${status}`,
  entityId: (id) => hasGrant(raw`entity_id in (${id}, ${allEntities})`),
  permission: (permission, _now, { entityId }) =>
    hasGrant(
      raw`permissions & ${permissionBit(permission)} <> 0 ${
        entityId === undefined ? raw`` : raw`and entity_id in (${entityId}, ${allEntities})`
      }`,
    ),
  expiresWithinDays: (days, now) =>
    raw`${effectiveExpiry} > ${now} and ${effectiveExpiry} <= ${now + days * day}`,
  expiresFrom: (from) => raw`${effectiveExpiry} >= ${from}`,
  expiresBefore: (before) => raw`${effectiveExpiry} < ${before}`,
  neverExpires: () => raw`${effectiveExpiry} is null`,
  neverUsed: () => raw`usage.last_used_at is null`,
  usedWithinDays: (days, now) => raw`usage.last_used_at >= ${now - days * day}`,
  unusedDays: (days, now) => raw`${unusedSince} <= ${now - days * day}`,
  unusedMark: (mark, now) => raw`${unusedMark(now)} = ${mark}`,
  calledAfterExpiry: (_true, now) => raw`${effectiveExpiry} <= ${now} and exists (
    select 1 from gw.refused_call where refused_call.token_id = token.token_id
      and refused_call.reason = 'expired')`,
  rotating: (_true, now) => raw`token.revoked_at is null
    and (${effectiveExpiry} is null or ${effectiveExpiry} > ${now})
    and exists (select 1 from token_secret
      where token_secret.token_id = token.id and token_secret.valid_until > ${now})`,
  unusedDeleteDays: (days, now) =>
    hasGrant(raw`permissions & ${permissionBit('delete')} <> 0
    and max(coalesce(granted_at, 0), token.created_at, (select since from gw.observation))
      <= ${now - days * day}
    and not exists (select 1 from gw.token_entity_usage as used
      where used.token_id = token.token_id and used.permission = 'delete'
        and token_grant.entity_id in (used.entity_id, ${allEntities})
        and used.last_used_at > ${now - days * day})`),
  withoutContact: () => raw`token.contact = ''`,
}

const shown: Record<TokenFilter['show'], RawBuilder<SqlBool>> = {
  current: raw`token.revoked_at is null`,
  revoked: raw`token.revoked_at is not null`,
  all: raw`true`,
}

const hasGrant = (which: RawBuilder<unknown>): RawBuilder<SqlBool> => raw`exists (
  select 1 from token_grant where token_grant.token_id = token.id and ${which})`
