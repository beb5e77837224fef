import { sql as raw } from 'kysely'
import type { TokenId, UserId } from '../../contract/id'
import type { NamedGrant, Token } from '../../contract/token'
import { build } from './sql'
import { entityIdFrom, permissionsFrom } from './stored-grant'
import { networksFrom } from './stored-rights'
import { effectiveExpiry, statusAt, statusPlace } from './token-status'

/** Tokens with all that their status and their last use depend on. */
export const judgedTokens = () =>
  build
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .innerJoin('policy', (join) => join.onTrue())
    .leftJoin('gw.token_usage as usage', 'usage.token_id', 'token.token_id')

const namedGrants = raw<string>`(
  select json_group_array(json_array(
    token_grant.entity_id, token_grant.permissions, entity.name, entity.title))
  from token_grant left join entity on entity.id = token_grant.entity_id
  where token_grant.token_id = token.id)`

export const tokenRows = (now: number) =>
  judgedTokens().select([
    'token.token_id',
    'token.user_id',
    'token.name',
    'token.note',
    statusPlace(now).as('status_place'),
    'token.enabled',
    namedGrants.as('grants'),
    'token.created_at',
    'token.created_by',
    'token.starts_at',
    effectiveExpiry.as('expires_at'),
    'token.expiry_zone',
    'token.revoked_at',
    'token.networks',
    'token.calls_per_minute',
    'usage.last_used_at',
    'usage.last_used_from',
    'usage.allowed',
    'usage.refused',
    'token.version',
  ])

type TokenRow =
  ReturnType<ReturnType<typeof tokenRows>['execute']> extends Promise<(infer Row)[]> ? Row : never

export const tokenFrom = (row: TokenRow): Token => ({
  id: row.token_id as TokenId,
  userId: row.user_id as UserId,
  name: row.name,
  note: row.note,
  status: statusAt(row.status_place),
  enabled: row.enabled === 1,
  grants: namedGrantsFrom(row.grants),
  createdAt: row.created_at,
  createdBy: row.created_by,
  startsAt: row.starts_at,
  expiresAt: row.expires_at,
  expiryZone: row.expiry_zone,
  revokedAt: row.revoked_at,
  networks: networksFrom(row.networks),
  callsPerMinute: row.calls_per_minute,
  lastUsedAt: row.last_used_at,
  lastUsedFrom: row.last_used_from,
  calls: (row.allowed ?? 0) + (row.refused ?? 0),
  refusedCalls: row.refused ?? 0,
  version: row.version,
})

/** "All entities" first, the others by title. */
const namedGrantsFrom = (json: string): NamedGrant[] =>
  (JSON.parse(json) as [number, number, string | null, string | null][])
    .map(([entity, bits, entityName, entityTitle]) => ({
      entityId: entityIdFrom(entity),
      entityName,
      entityTitle,
      permissions: permissionsFrom(bits),
    }))
    .toSorted((a, b) => (a.entityTitle ?? '').localeCompare(b.entityTitle ?? ''))
