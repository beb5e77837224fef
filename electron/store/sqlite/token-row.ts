import { sql as raw } from 'kysely'
import type { TokenId, UserId } from '../../contract/id'
import type { NamedGrant, Token } from '../../contract/token'
import { kept } from './kept'
import { build, type Sql } from './sql'
import { entityIdFrom, permissionsFrom } from './stored-grant'
import { networksFrom } from './stored-rights'
import { effectiveExpiry, statusAt, statusPlace, unusedMark, unusedSince } from './token-status'

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

const oldSecretsEnd = raw<number | null>`(
  select max(valid_until) from token_secret where token_secret.token_id = token.id)`

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
    'token.system',
    'token.contact',
    'token.kept_in',
    'token.secret_number',
    'token.rotated_at',
    'token.expires_at as own_expires_at',
    unusedSince.as('unused_since'),
    unusedMark(now).as('unused_mark'),
    oldSecretsEnd.as('old_secrets_end'),
  ])

type TokenRow =
  ReturnType<ReturnType<typeof tokenRows>['execute']> extends Promise<(infer Row)[]> ? Row : never

/** `now` is that of the query. */
export const tokenFrom = (row: TokenRow, now: number): Token => ({
  id: row.token_id as TokenId,
  userId: row.user_id as UserId,
  name: row.name,
  note: row.note,
  system: row.system,
  contact: row.contact,
  keptIn: row.kept_in,
  status: statusAt(row.status_place),
  enabled: row.enabled === 1,
  grants: namedGrantsFrom(row.grants),
  createdAt: row.created_at,
  createdBy: row.created_by,
  startsAt: row.starts_at,
  expiresAt: row.expires_at,
  isExpiryLimited: row.expires_at !== row.own_expires_at,
  ownExpiresAt: row.own_expires_at,
  expiryZone: row.expiry_zone,
  revokedAt: row.revoked_at,
  networks: networksFrom(row.networks),
  callsPerMinute: row.calls_per_minute,
  lastUsedAt: row.last_used_at,
  lastUsedFrom: row.last_used_from,
  calls: (row.allowed ?? 0) + (row.refused ?? 0),
  refusedCalls: row.refused ?? 0,
  unusedSince: row.unused_since,
  unusedMark: row.unused_mark,
  rotations: row.secret_number - 1,
  rotatedAt: row.rotated_at,
  rotatingUntil: rotatingUntil(row, now),
  version: row.version,
})

/** In the order of the IDs, each of which exists; read in pieces, however many there are. */
export function tokensOf(sql: Sql, ids: TokenId[], now: number): Token[] {
  const found = new Map<string, Token>()
  for (let start = 0; start < ids.length; start += readAtOnce) {
    const some = tokenRows(now).where('token.token_id', 'in', ids.slice(start, start + readAtOnce))
    for (const row of sql.all(some)) found.set(row.token_id, tokenFrom(row, now))
  }
  return ids.map((id) => kept(found.get(id) ?? null))
}

const readAtOnce = 100

/** An old secret never outlives its token. */
function rotatingUntil(
  { old_secrets_end: end, expires_at: expiresAt, revoked_at: revokedAt }: TokenRow,
  now: number,
): number | null {
  if (end === null || revokedAt !== null) return null
  const until = expiresAt === null ? end : Math.min(end, expiresAt)
  return until > now ? until : null
}

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
