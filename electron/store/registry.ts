import type {
  ActivityAsked,
  ActivityEntry,
  ActivityFilter,
  ActivityGroup,
  ActivityRow,
  ChainState,
} from '../contract/activity'
import type { Client, ClientsAsked } from '../contract/client'
import type { EntitiesAsked, Entity, EntityRow, FieldCheck } from '../contract/entity'
import type { Field } from '../contract/field'
import type {
  ExpiredButCalled,
  RefusedCall,
  RefusedCallsAsked,
  ReplacedButCalled,
} from '../contract/gateway'
import type { ClientId, EntityId, RouteSetId, TokenId, UserId } from '../contract/id'
import type {
  InventoryAsked,
  InventoryOrder,
  InventoryRow,
  TokenFilter,
} from '../contract/inventory'
import type { Overview } from '../contract/overview'
import type { Page, PageAsked } from '../contract/page'
import type { Grant } from '../contract/permission'
import type { KeptPolicy, Policy } from '../contract/policy'
import type { ImpactAsked, PolicyImpact } from '../contract/policy-impact'
import type { RecordsAsked, StoredRecord } from '../contract/record'
import type { TokenSecrets } from '../contract/rotation'
import type { RouteSet } from '../contract/route-set'
import type { NewSavedView, SavedView, SavedViewId, SavedViewList } from '../contract/saved-view'
import type {
  EntityToken,
  EntityTokensAsked,
  FoundToken,
  Token,
  TokensAsked,
} from '../contract/token'
import type { TokenUse } from '../contract/usage'
import type { Role, User, UserKind, UserRow, UsersAsked, UserStatus } from '../contract/user'

import type { RecordQuery, RecordWrite, StoredToken, WriteObstacle } from './gateway-data'
import type { ReminderStore } from './reminders'
import type { ReviewStore } from './reviews'
import type { ImportRun } from './transfer-data'

/**
 * The registry as the main process sees it. Each method is one transaction; a method that changes
 * something writes the activity entry it is handed in that same transaction. What can be refused
 * by what is stored comes back as a word, not as a throw.
 */
export interface Registry {
  users: UserStore
  entities: EntityStore
  records: RegistryRecords
  imports: ImportRunStore
  tokens: TokenStore
  clients: ClientStore
  policy: PolicyStore
  routeSets: RouteSetStore
  reviews: ReviewStore
  reminders: ReminderStore
  settings: SettingStore
  savedViews: SavedViewStore
  clock: ClockStore
  attempts: SignInAttemptStore
  activity: ActivityStore
  calls: CallStore
  usage: UsageStore
  overview(now: number): Promise<Overview>
  /** A user is disabled and what hangs on them is settled: all of it or nothing. */
  offboard(plan: OffboardingPlan): Promise<User | OffboardingObstacle>
  /** Changes whenever another process committed to the registry (SQLite: `data_version`). */
  changeMarker(): number
  close(): void
}

/** An entry before the store gives it its place in the chain. */
export type ActivityDraft = Omit<ActivityEntry, 'seq' | 'group'> & {
  concernsUserId: UserId | null
  /** Absent where one action wrote one entry. */
  group?: ActivityGroup | null
}

export type UserInsert = {
  kind: UserKind
  username: string
  displayName: string
  role: Role | null
  passwordHash: string | null
  /** The ceiling of the new user's tokens. */
  access: Grant[]
  at: number
}

export type UserUpdate = {
  id: UserId
  ifVersion: number
  username: string
  displayName: string
  role: Role | null
  /** Absent keeps the stored one; a role of null drops it. */
  passwordHash?: string
  at: number
}

export interface UserStore {
  list(asked: UsersAsked, now: number): Promise<Page<UserRow>>
  get(id: UserId): Promise<User | null>
  /** By any spelling of the username. */
  findForSignIn(username: string): Promise<{ user: User; passwordHash: string | null } | null>
  /** Whether the first administrator was ever created. */
  hasAdministrator(): Promise<boolean>
  /** `already_set_up`: asked for the first administrator when there is one. */
  insertFirstAdministrator(
    user: UserInsert,
    activity: (user: User) => ActivityDraft,
  ): Promise<User | 'already_set_up'>
  insert(
    user: UserInsert,
    activity: (user: User) => ActivityDraft,
  ): Promise<User | 'username_taken'>
  update(
    change: UserUpdate,
    activity: ActivityDraft,
  ): Promise<User | 'not_found' | 'changed_meanwhile' | 'username_taken' | 'last_administrator'>
  setStatus(
    change: { id: UserId; ifVersion: number; status: UserStatus; at: number },
    activity: ActivityDraft,
  ): Promise<User | 'not_found' | 'changed_meanwhile' | 'last_administrator'>
  signedIn(id: UserId, at: number, activity: ActivityDraft): Promise<void>
  access(id: UserId): Promise<Grant[]>
  setAccess(
    change: { id: UserId; ifVersion: number; grants: Grant[]; at: number },
    activity: ActivityDraft,
  ): Promise<User | 'not_found' | 'changed_meanwhile'>
}

export interface EntityStore {
  list(asked: EntitiesAsked): Promise<Page<EntityRow>>
  all(): Promise<Entity[]>
  get(id: EntityId): Promise<Entity | null>
  /** Field ids are given out by the store, and never again. */
  insert(
    entity: Pick<Entity, 'name' | 'title' | 'idempotencyKey' | 'ifMatch' | 'maxRecordBytes'> & {
      fields: Omit<Field, 'id'>[]
      at: number
    },
    activity: (entity: Entity) => ActivityDraft,
  ): Promise<Entity | 'entity_name_taken' | 'too_many_entities'>
  /** The registry's version and the one in gateway.db change in one transaction. */
  update(
    change: Pick<Entity, 'id' | 'title' | 'idempotencyKey' | 'ifMatch' | 'maxRecordBytes'> & {
      ifVersion: number
      fields: (Omit<Field, 'id'> & { id?: Field['id'] })[]
      check:
        | (Omit<FieldCheck, 'fields'> & { fields: (Omit<Field, 'id'> & { id?: Field['id'] })[] })
        | null
    },
    activity: ActivityDraft,
  ): Promise<Entity | 'not_found' | 'changed_meanwhile'>
  tokens(asked: EntityTokensAsked, now: number): Promise<Page<EntityToken>>
}

/** Records as the window lists and changes them; a change has its entry in the activity log. */
export interface RegistryRecords {
  list(
    entity: Entity,
    asked: Omit<RecordsAsked, 'where'> & Pick<RecordQuery, 'where'>,
  ): Promise<Page<StoredRecord>>
  get(entityId: EntityId, id: string): Promise<StoredRecord | null>
  insert(record: RecordWrite, activity: ActivityDraft): Promise<StoredRecord | WriteObstacle>
  replace(
    record: RecordWrite,
    ifVersion: number,
    activity: ActivityDraft,
  ): Promise<StoredRecord | 'not_found' | 'changed_meanwhile' | WriteObstacle>
  /** Records in id order, for going through all of them piece by piece. */
  chunk(entityId: EntityId, afterId: string | null, limit: number): Promise<StoredRecord[]>
  /**
   * The keys that these records need by the entity's stricter fields, where they are missing yet.
   * Answers with the records that collide with another one, and in which field.
   */
  addKeys(entity: Entity, ids: string[]): Promise<{ id: string; field: string }[]>
  /** Forgets the keys of fields that are neither unique nor indexed. */
  dropKeys(entity: Entity): Promise<void>
  /** All of them or none. */
  delete(
    entityId: EntityId,
    records: { id: string; version: number }[],
    activity: ActivityDraft,
  ): Promise<'deleted' | 'not_found' | 'changed_meanwhile'>
}

/** Imports that are not over; their rows are written elsewhere, over `TransferData`. */
export interface ImportRunStore {
  get(id: string): Promise<ImportRun | null>
  list(entityId: EntityId): Promise<ImportRun[]>
  begin(
    run: Omit<ImportRun, 'state' | 'counts' | 'failure' | 'faults' | 'updatedAt'>,
    activity: ActivityDraft,
  ): Promise<void>
  /** Null when it is over already. */
  settle(
    id: string,
    how: Pick<ImportRun, 'state' | 'failure' | 'faults'> & { at: number },
    activity: (run: ImportRun) => ActivityDraft,
  ): Promise<ImportRun | null>
  /** It is over, finished or given up: nothing is kept but the entry. */
  end(id: string, activity: (run: ImportRun) => ActivityDraft): Promise<ImportRun | null>
}

export type TokenKind = 'u' | 's' | 'x'

/** Everything that decides what a token may do; what the rights MAC covers. */
export type TokenRights = {
  tokenId: TokenId
  userId: UserId
  keyNumber: number
  digest: Buffer
  enabled: boolean
  startsAt: number | null
  expiresAt: number | null
  revokedAt: number | null
  /** Source networks; empty is everywhere. */
  networks: string[]
  callsPerMinute: number | null
  createdAt: number
  /** Days unused are counted from here at the earliest; null is from creation or start. */
  unusedFrom: number | null
  /** The number of the secret whose digest this is; the first is 1. */
  secretNumber: number
  /** The secrets before it, in their order. */
  oldSecrets: OldSecret[]
  /** Sorted by entity, "All entities" first. */
  grants: Grant[]
}

/** A secret that was replaced: valid until its moment, and recognised for ever. */
export type OldSecret = { number: number; keyNumber: number; digest: Buffer; validUntil: number }

export type TokenInsert = TokenRights & {
  kind: TokenKind
  name: string
  note: string
  system: string
  contact: string
  keptIn: string
  expiryZone: string | null
  createdBy: string
  rightsMac: Buffer
}

/** What of a token becomes otherwise, with the MAC of the rights that it then has. */
export type TokenUpdate = {
  id: TokenId
  ifVersion: number
  set: Partial<Omit<TokenInsert, 'tokenId' | 'kind' | 'createdAt' | 'createdBy' | 'rightsMac'>> & {
    rotatedAt?: number
  }
  rightsMac: Buffer
  activity: ActivityDraft
}

export type TokenObstacle = {
  refused: 'not_found' | 'changed_meanwhile' | 'token_revoked' | 'token_name_taken'
  id: TokenId
}

/** `used` are those that were called at this moment or later. */
export type ExpiriesAsked = { between: number[]; usedSince: number }

export interface TokenStore {
  list(asked: TokensAsked, now: number): Promise<Page<Token>>
  /** The first few whose name, ID or user fits; without a search the latest ones. */
  find(search: string | undefined, now: number): Promise<FoundToken[]>
  get(id: TokenId, now: number): Promise<Token | null>
  /** The names that no other token of this user may have. */
  namesOf(id: UserId): Promise<string[]>
  /** Tokens of all users. */
  inventory(asked: InventoryAsked, now: number): Promise<Page<InventoryRow>>
  /** The IDs of all that a filter leaves, in order: for going through them piece by piece. */
  inventoryIds(filter: TokenFilter, order: InventoryOrder, now: number): Promise<TokenId[]>
  /** Those with these IDs, in their order; at most some hundred at a time. */
  inventoryOf(ids: TokenId[], now: number): Promise<InventoryRow[]>
  /** How many each of these filters leaves, in one pass over the tokens. */
  count(filters: TokenFilter[], now: number): Promise<number[]>
  /** Unrevoked ones that expire between each two of these moments, which are in order. */
  expiries(asked: ExpiriesAsked): Promise<{ tokens: number; used: number }[]>
  /** Unrevoked tokens of a user, or those that reach an entity, with their users' access. */
  reaching(
    asked: { userId?: UserId; entityId?: EntityId },
    limit: number,
    now: number,
  ): Promise<Page<{ token: Token; userName: string; access: Grant[] }>>
  /** All that a verdict depends on, as the gateway reads it. */
  stored(id: TokenId): Promise<StoredToken | null>
  rights(id: TokenId): Promise<(TokenRights & { rightsMac: Buffer; version: number }) | null>
  /** Who calls with which of its secrets, as the gateway counted. */
  secrets(id: TokenId): Promise<TokenSecrets | null>
  insert(
    token: TokenInsert,
    now: number,
    activity: ActivityDraft,
  ): Promise<Token | 'token_name_taken'>
  /** All of these changes or none, each with its entry; the first that cannot be is named. */
  update(changes: TokenUpdate[], now: number): Promise<Token[] | TokenObstacle>
}

export type OffboardingPlan = {
  userId: UserId
  ifVersion: number
  at: number
  /** The users that tokens go to: active service accounts, as they were when they were shown. */
  targets: { id: UserId; ifVersion: number }[]
  tokens: TokenUpdate[]
  clients: ClientRevocation[]
  activity: ActivityDraft
}

/** What stands in the way, and what it is: a token's ID, a client's, or a user's. */
export type OffboardingObstacle =
  | { of: 'user'; refused: 'not_found' | 'changed_meanwhile' | 'last_administrator' }
  | { of: 'target'; refused: 'transfer_target_unfit' | 'changed_meanwhile'; id: UserId }
  | ({ of: 'token' } & TokenObstacle)
  | { of: 'client'; refused: 'not_found' | 'client_revoked'; id: ClientId }

/** Everything that decides whether client credentials count; what their MAC covers. */
export type ClientRights = {
  clientId: ClientId
  userId: UserId
  keyNumber: number
  digest: Buffer
  revokedAt: number | null
  createdAt: number
}

export type ClientInsert = ClientRights & { name: string; createdBy: string; mac: Buffer }

export type ClientRevocation = {
  id: ClientId
  revokedAt: number
  mac: Buffer
  activity: ActivityDraft
}

export interface ClientStore {
  list(asked: ClientsAsked): Promise<Page<Client>>
  get(id: ClientId): Promise<Client | null>
  rights(id: ClientId): Promise<ClientRights | null>
  insert(client: ClientInsert, activity: ActivityDraft): Promise<Client | 'client_name_taken'>
  /** All that one user has, the revoked ones left out. */
  ofUser(id: UserId): Promise<Client[]>
  revoke(
    change: Omit<ClientRevocation, 'activity'>,
    activity: ActivityDraft,
  ): Promise<Client | 'not_found' | 'client_revoked'>
}

export interface PolicyStore {
  get(): Promise<KeptPolicy>
  /** Without a version whatever is there is replaced. */
  set(
    policy: Policy,
    activity: ActivityDraft,
    ifVersion?: number,
  ): Promise<'saved' | 'changed_meanwhile'>
  /** What would become of the tokens if this policy were stored. */
  impact(asked: ImpactAsked, now: number): Promise<PolicyImpact>
}

/** Small settings by key; values are JSON and checked by whoever reads them. */
export interface SettingStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown, activity: ActivityDraft): Promise<void>
}

/** A person's own: nobody else sees them, and no entry is written. */
export interface SavedViewStore {
  list(userId: UserId, list: SavedViewList): Promise<SavedView[]>
  insert(
    view: NewSavedView & { userId: UserId; at: number },
  ): Promise<SavedView | 'view_name_taken' | 'too_many_views'>
  /** One of another person's stays, without a word. */
  delete(userId: UserId, id: SavedViewId): Promise<void>
}

/** The latest moment known of earlier runs; `corrections` counts those by an administrator. */
export type SeenClock = { seen: number; corrections: number }

export interface ClockStore {
  seen(): Promise<SeenClock>
  /** Written without an entry: it is no change that anybody makes. */
  saw(at: number): Promise<void>
  /** What was stamped later than `at`, up to `wrongUntil`, was by a clock that was wrong. */
  correct(how: { at: number; wrongUntil: number }, activity: ActivityDraft): Promise<void>
}

/**
 * Wrong passwords since the last right one, by account name, so that a restart forgives nothing.
 * Those under a name that no user has are dropped when the next one comes a day later.
 */
export interface SignInAttemptStore {
  get(username: string): Promise<{ failures: number; lastFailedAt: number } | null>
  failed(username: string, at: number, activity: ActivityDraft): Promise<void>
  clear(username: string): Promise<void>
}

export interface RouteSetStore {
  list(): Promise<RouteSet[]>
  get(id: RouteSetId): Promise<RouteSet | null>
  insert(
    routeSet: Pick<RouteSet, 'name' | 'title' | 'enabled' | 'proxies' | 'rules'> & { at: number },
    activity: (routeSet: RouteSet) => ActivityDraft,
  ): Promise<RouteSet | 'route_set_name_taken'>
  update(
    change: Pick<RouteSet, 'id' | 'title' | 'enabled' | 'proxies' | 'rules'> & {
      ifVersion: number
      at: number
    },
    activity: ActivityDraft,
  ): Promise<RouteSet | 'not_found' | 'changed_meanwhile'>
  delete(
    which: { id: RouteSetId; ifVersion: number },
    activity: ActivityDraft,
  ): Promise<'deleted' | 'not_found' | 'changed_meanwhile'>
}

/** That the log had this entry as its last: what is kept of it elsewhere, so that a cut tail shows. */
export type Anchor = { seq: number; at: number; mac: Buffer }

/** The newest anchor beside the database, held against the log as it is. */
export type AnchorsFound = {
  /** Whether there is a file with at least one anchor of this profile's. */
  isThere: boolean
  last: Anchor | null
  head: Anchor | null
  /** When the first entry after the last anchor was written; null where there is none. */
  unanchoredSince: number | null
}

export interface ActivityStore {
  list(asked: ActivityAsked): Promise<Page<ActivityRow>>
  count(filter: ActivityFilter): Promise<number>
  /** All that match, each for itself, at most `limit` at once. */
  each(
    filter: ActivityFilter,
    direction: 'asc' | 'desc',
    limit: number,
  ): AsyncIterable<ActivityEntry[]>
  append(entry: ActivityDraft): Promise<void>
  /**
   * The chain from its beginning, held against the anchors beside the database and those that are
   * known from elsewhere; checked piece by piece, without holding the window up.
   */
  verify(known?: readonly Anchor[]): Promise<ChainState>
  anchorsFound(): Promise<AnchorsFound>
  /** From now on anchors are kept: a file is made where there is none. */
  beginAnchors(): Promise<void>
  /** Keeps one now, and says which; null where nothing has happened yet. */
  anchor(): Promise<Anchor | null>
}

/** `day` counts days since 1970 in UTC; a day without a call has no row. */
export type DayCalls = { tokenId: TokenId; day: number; allowed: number; refused: number }

/** What the gateway counted of the calls with tokens. */
export interface UsageStore {
  /** Of each of these tokens, from that day on. */
  days(ids: TokenId[], from: number): Promise<DayCalls[]>
  /** By entity and permission; the recent ones are those from that day on. */
  uses(id: TokenId, from: number): Promise<TokenUse[]>
  /** Since when calls are counted; null while no gateway ever ran. */
  observedSince(): Promise<number | null>
  /** A token's grants, and since when it has each of them. */
  grantedSince(id: TokenId): Promise<(Grant & { since: number })[]>
}

/** `hour` counts whole hours since 1970; one without a call has no row. */
export type HourCalls = { hour: number; allowed: number; refused: number }

export interface CallStore {
  refused(asked: RefusedCallsAsked): Promise<Page<RefusedCall>>
  /** The same, at most `limit` of those before the call with the number `before`, newest first. */
  refusedBefore(
    asked: RefusedCallsAsked,
    before: number | null,
    limit: number,
  ): Promise<RefusedCall[]>
  expiredButCalled(asked: PageAsked, now: number): Promise<Page<ExpiredButCalled>>
  /** Of tokens that still work, those that are called with a secret that was replaced. */
  replacedButCalled(asked: PageAsked, now: number): Promise<Page<ReplacedButCalled>>
  /** All calls, with a token or without one, from that hour on. */
  hoursSince(hour: number): Promise<HourCalls[]>
}
