import { sql as raw, type Selectable } from 'kysely'
import { clientStatuses, type Client, type ClientStatus } from '../../contract/client'
import type { ClientId, UserId } from '../../contract/id'
import type { ClientRights } from '../registry'
import { build } from './sql'
import type { ClientTable } from './tables'

export type ClientRightsRow = Pick<
  Selectable<ClientTable>,
  'client_id' | 'user_id' | 'key_number' | 'digest' | 'revoked_at' | 'created_at'
>

export const clientRightsFrom = (row: ClientRightsRow): ClientRights => ({
  clientId: row.client_id as ClientId,
  userId: row.user_id as UserId,
  keyNumber: row.key_number,
  digest: row.digest,
  revokedAt: row.revoked_at,
  createdAt: row.created_at,
})

const placeOf = (status: ClientStatus) => raw.lit(clientStatuses.indexOf(status))

/** The place of the status in `clientStatuses`: the first that applies. */
export const clientStatusPlace = raw<number>`case
  when client.revoked_at is not null then ${placeOf('revoked')}
  when "user".status <> 'active' then ${placeOf('user_disabled')}
  else ${placeOf('active')}
end`

export const clientRows = () =>
  build
    .selectFrom('client')
    .innerJoin('user', 'user.id', 'client.user_id')
    .leftJoin('gw.client_usage as usage', 'usage.client_id', 'client.client_id')
    .select([
      'client.client_id',
      'client.user_id',
      'user.display_name',
      'client.name',
      clientStatusPlace.as('status_place'),
      'client.created_at',
      'client.created_by',
      'client.revoked_at',
      'usage.last_used_at',
      'usage.last_used_from',
      'usage.calls',
    ])

type ClientRow =
  ReturnType<ReturnType<typeof clientRows>['execute']> extends Promise<(infer Row)[]> ? Row : never

export const clientFrom = (row: ClientRow): Client => ({
  id: row.client_id as ClientId,
  userId: row.user_id as UserId,
  userName: row.display_name,
  name: row.name,
  status: clientStatuses[row.status_place]!,
  createdAt: row.created_at,
  createdBy: row.created_by,
  revokedAt: row.revoked_at,
  lastUsedAt: row.last_used_at,
  lastUsedFrom: row.last_used_from,
  calls: row.calls ?? 0,
})
