import { DateTime } from 'luxon'
import type { InventoryRow } from '../contract/inventory'
import { isoMoment } from './activity-entry'
import type { CsvRow } from './csv-file'
import { grantLines } from './grant-words'

type Cell = (row: InventoryRow, zone: string) => CsvRow[string]

/** Moments in UTC, as programs want them; the expiry also as people read it, with its zone. */
const cells: Record<string, Cell> = {
  token_id: ({ token }) => token.id,
  name: ({ token }) => token.name,
  user: ({ userName }) => userName,
  username: ({ username }) => username,
  user_kind: ({ userKind }) => userKind,
  user_status: ({ userStatus }) => userStatus,
  status: ({ token }) => token.status,
  enabled: ({ token }) => token.enabled,
  expires_at: ({ token }) => isoMoment(token.expiresAt),
  expires_local: ({ token }, zone) =>
    token.expiresAt === null ? null : DateTime.fromMillis(token.expiresAt, { zone }).toISO(),
  zone: ({ token }, zone) => (token.expiresAt === null ? null : zone),
  expiry_limited_by: ({ token }) =>
    token.expiresAt === null ? null : token.isExpiryLimited ? 'policy' : 'token',
  starts_at: ({ token }) => isoMoment(token.startsAt),
  revoked_at: ({ token }) => isoMoment(token.revokedAt),
  last_used_at: ({ token }) => isoMoment(token.lastUsedAt),
  last_used_from: ({ token }) => token.lastUsedFrom,
  calls: ({ token }) => token.calls,
  refused_calls: ({ token }) => token.refusedCalls,
  unused_since: ({ token }) => isoMoment(token.unusedSince),
  system: ({ token }) => token.system,
  contact: ({ token }) => token.contact,
  note: ({ token }) => token.note,
  permissions: ({ token }) => grantLines(token.grants).join('; '),
  networks: ({ token }) => token.networks.join(' '),
  created_at: ({ token }) => isoMoment(token.createdAt),
  created_by: ({ token }) => token.createdBy,
}

export const tokenColumns = Object.keys(cells)

export const tokenCells = (row: InventoryRow, zone: string): CsvRow =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell(row, zone)]))
