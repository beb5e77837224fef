import type { Entity, StoredRecord } from '../contract/entity'
import type { RefusedCall } from '../contract/gateway'
import type { EntityId, TokenId } from '../contract/id'
import type { Grant } from '../contract/permission'
import type { TokenRights } from './registry'

/** The stored facts one verdict needs, as found by the public token ID. */
export type StoredToken = TokenRights & {
  name: string
  rightsMac: Buffer
  userName: string
  userActive: boolean
  /** The most that any token of this user may do. */
  access: Grant[]
  longestLifetimeDays: number | null
}

export type RecordWrite = {
  entityId: EntityId
  id: string
  data: StoredRecord['data']
  at: number
  by: string
}

export type CallCount = {
  tokenId: TokenId
  allowed: number
  refused: number
  lastUsedAt: number | null
  lastUsedFrom: string | null
}

/** Refused calls of one hour that are not kept one by one; `at` lies in that hour. */
export type UnlistedRefusals = { at: number; refused: number }

/** What the gateway reads of the registry, and all it keeps itself. */
export interface GatewayData {
  findToken(id: TokenId): Promise<StoredToken | null>
  entities(): Promise<Entity[]>
  /** Changes whenever another process committed to the registry (SQLite: `data_version`). */
  changeMarker(): number
  records: RecordStore
  /** Last use, counts and refused calls since the last time, in one transaction. */
  keep(
    counts: CallCount[],
    refused: Omit<RefusedCall, 'id' | 'tokenName' | 'userId'>[],
    unlisted?: UnlistedRefusals[],
  ): Promise<void>
  close(): void
}

export interface RecordStore {
  /** Records after `after` in id order, at most `limit`. */
  list(entityId: EntityId, after: string | null, limit: number): Promise<StoredRecord[]>
  get(entityId: EntityId, id: string): Promise<StoredRecord | null>
  insert(record: RecordWrite): Promise<StoredRecord>
  /** `ifVersion` null replaces whatever is there. */
  replace(
    record: RecordWrite,
    ifVersion: number | null,
  ): Promise<StoredRecord | 'not_found' | 'changed_meanwhile'>
  delete(
    entityId: EntityId,
    id: string,
    ifVersion: number | null,
  ): Promise<'deleted' | 'not_found' | 'changed_meanwhile'>
}
