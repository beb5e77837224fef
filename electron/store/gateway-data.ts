import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import type { RefusedCall } from '../contract/gateway'
import type { ClientId, EntityId, TokenId } from '../contract/id'
import type { Direction } from '../contract/page'
import type { Grant, Permission } from '../contract/permission'
import type { FieldValue, StoredRecord } from '../contract/record'
import type { RouteSet } from '../contract/route-set'
import type { ClientRights, SeenClock, TokenRights } from './registry'

/** The stored facts one verdict needs, as found by the public token ID. */
export type StoredToken = TokenRights & {
  name: string
  rightsMac: Buffer
  userName: string
  username: string
  userActive: boolean
  /** The most that any token of this user may do. */
  access: Grant[]
  longestLifetimeDays: number | null
  /** For a token without a rate of its own. */
  usualCallsPerMinute: number
  /** After so many days without a call it is refused; null is never. */
  unusedDisableDays: number | null
  lastUsedAt: number | null
  /** Since when calls are counted at all; null while no gateway ever ran. */
  observedFrom: number | null
}

/** The stored facts that decide about client credentials and what they may be told. */
export type StoredClient = ClientRights & {
  mac: Buffer
  userActive: boolean
  /** The access of its service account. */
  access: Grant[]
}

/** A record to be written, by the definition that it was checked against. */
export type RecordWrite = {
  entity: Entity
  id: string
  data: StoredRecord['data']
  at: number
  by: string
}

/** What is stored that a write does not fit. The caller may validate anew and try again. */
export type WriteObstacle =
  /** The entity is not at the version of `RecordWrite.entity` any more. */
  | { outcome: 'definition_changed' }
  | { outcome: 'record_exists' }
  /** Another record has this value in this unique field. */
  | { outcome: 'not_unique'; field: string }
  /** A ref to a record that does not exist. */
  | { outcome: 'no_such_record'; field: string }

/** The answer that is kept with an Idempotency-Key, in the transaction of the write itself. */
export type Idempotency = {
  /** SHA-256 over user, method and path. */
  scope: string
  key: string
  fingerprint: Buffer
  expiresAt: number
  answer: (records: StoredRecord[]) => KeptAnswer
}

export type KeptAnswer = {
  status: number
  location: string | null
  etag: string | null
  body: string
}

export type Inserted = { outcome: 'inserted'; records: StoredRecord[] }
/** Of several records, the first that does not fit; nothing was written. */
export type InsertObstacle = WriteObstacle & { index: number }
export type Repeated =
  | { outcome: 'repeated'; answer: KeptAnswer }
  /** The key was used before for something else. */
  | { outcome: 'key_reused' }

export type RecordQuery = {
  /** Each on an indexed field, all of them must hold. */
  where: { field: Field; value: FieldValue }[]
  order: { by: 'id' | 'updatedAt' | Field; direction: Direction }
}

/** Where a page ended: the value ordered by, as it is stored, and the id. */
export type RecordPlace = { value: string | null; id: string }

export type CallCount = {
  tokenId: TokenId
  allowed: number
  refused: number
  lastUsedAt: number | null
  lastUsedFrom: string | null
  /** The last of these calls, refused ones too: their day is that of all of them. */
  calledAt: number
  /** The allowed ones by entity and permission; calls that only asked who they are have none. */
  uses: { entityId: EntityId; permission: Permission; calls: number; lastUsedAt: number }[]
  /** By the secret, where the token has had more than one. */
  secrets: SecretCount[]
}

/** Allowed calls with one of a token's secrets. */
export type SecretCount = {
  number: number
  calls: number
  lastUsedAt: number
  lastUsedFrom: string
}

export type ClientCount = {
  clientId: ClientId
  calls: number
  lastUsedAt: number
  lastUsedFrom: string
}

/** Equal refused calls that followed closely are one, with the first moment and the last. */
export type RefusedRow = Omit<RefusedCall, 'id' | 'tokenName' | 'userId'>

/** Refused calls of one hour that are not kept one by one; `at` lies in that hour. */
export type UnlistedRefusals = { at: number; refused: number }

/** What the gateway reads of the registry, and all it keeps itself. */
export interface GatewayData {
  findToken(id: TokenId): Promise<StoredToken | null>
  findClient(id: string): Promise<StoredClient | null>
  entities(): Promise<Entity[]>
  routeSets(): Promise<RouteSet[]>
  /** Changes whenever another process committed to the registry (SQLite: `data_version`). */
  changeMarker(): number
  seenClock(): SeenClock
  /** Calls are counted from now on, if they were not before. */
  beginObservation(at: number): void
  /** They still are; said once a minute. */
  observed(at: number): void
  records: RecordStore
  /** Last use, counts and refused calls since the last time, in one transaction. */
  keep(
    counts: CallCount[],
    refused: RefusedRow[],
    unlisted?: UnlistedRefusals[],
    clients?: ClientCount[],
  ): Promise<void>
  close(): void
}

/**
 * The records of all entities; a write and the keys of its unique and indexed fields are one
 * transaction. The gateway and the window write through two of these, on one file.
 */
export interface RecordStore {
  /**
   * At most `limit` records behind `after`, in the order asked for. Records without a value in the
   * field that is ordered by come last.
   */
  list(
    entity: Entity,
    query: RecordQuery,
    after: RecordPlace | null,
    limit: number,
  ): Promise<{ record: StoredRecord; place: RecordPlace }[]>
  get(entityId: EntityId, id: string): Promise<StoredRecord | null>
  /** All of them or none. */
  insert(
    records: RecordWrite[],
    idempotency?: Idempotency,
  ): Promise<Inserted | InsertObstacle | Repeated>
  /** What was answered to the same request before; null when it is the first. */
  answered(idempotency: Idempotency, at: number): Promise<Repeated | null>
  /** `ifVersion` null replaces whatever is there. */
  replace(
    record: RecordWrite,
    ifVersion: number | null,
  ): Promise<StoredRecord | 'not_found' | 'changed_meanwhile' | WriteObstacle>
  delete(
    entityId: EntityId,
    id: string,
    ifVersion: number | null,
  ): Promise<'deleted' | 'not_found' | 'changed_meanwhile'>
}
