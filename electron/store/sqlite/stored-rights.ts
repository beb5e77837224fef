import type { Selectable } from 'kysely'
import type { TokenId, UserId } from '../../contract/id'
import type { TokenRights } from '../registry'
import type { TokenTable } from './tables'

/** The columns that decide what a token may do; its grants and old secrets are rows of their own. */
export type RightsRow = Pick<
  Selectable<TokenTable>,
  | 'token_id'
  | 'user_id'
  | 'key_number'
  | 'digest'
  | 'enabled'
  | 'starts_at'
  | 'expires_at'
  | 'revoked_at'
  | 'networks'
  | 'calls_per_minute'
  | 'created_at'
  | 'unused_from'
  | 'secret_number'
>

export const rightsFrom = (row: RightsRow): Omit<TokenRights, 'grants' | 'oldSecrets'> => ({
  tokenId: row.token_id as TokenId,
  userId: row.user_id as UserId,
  keyNumber: row.key_number,
  digest: row.digest,
  enabled: row.enabled === 1,
  startsAt: row.starts_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  networks: networksFrom(row.networks),
  callsPerMinute: row.calls_per_minute,
  createdAt: row.created_at,
  unusedFrom: row.unused_from,
  secretNumber: row.secret_number,
})

export const networksFrom = (json: string | null): string[] =>
  json === null ? [] : (JSON.parse(json) as string[])

export const storedNetworks = (networks: string[]): string | null =>
  networks.length === 0 ? null : JSON.stringify(networks)
