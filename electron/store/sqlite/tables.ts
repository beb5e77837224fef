import type { Generated } from 'kysely'

/** The registry's tables as its migrations made them, with the gateway's attached as `gw`. */
export type Tables = RegistryTables & {
  [Name in keyof GatewayTables as `gw.${Name}`]: GatewayTables[Name]
}

type RegistryTables = {
  user: UserTable
  user_access: { user_id: number; entity_id: number; permissions: number }
  entity: EntityTable
  token: TokenTable
  token_secret: TokenSecretTable
  token_grant: {
    token_id: number
    entity_id: number
    permissions: number
    granted_at: number | null
  }
  client: ClientTable
  policy: {
    one: number
    longest_lifetime_days: number | null
    never_allowed: number
    calls_per_minute: number
    default_lifetime_days: number | null
    name_patterns: string
    unused_flag_days: number | null
    unused_disable_days: number | null
    reminder_days: string
    version: number
  }
  clock: { one: number; seen: number; wrong_until: number; corrections: number }
  saved_view: SavedViewTable
  review: ReviewTable
  review_item: ReviewItemTable
  reminder: { token_id: number; expires_at: number; step: number; at: number }
  route_set: RouteSetTable
  setting: { key: string; value: string }
  sign_in_throttle: { username_key: string; failures: number; last_failed_at: number }
  activity: ActivityTable
}

/** The same as the gateway process has them, on a connection of their own. */
export type GatewayTables = {
  record: RecordTable
  record_count: { entity_id: number; records: number }
  entity_version: { entity_id: number; version: number }
  record_unique: FieldKeyTable
  record_index: FieldKeyTable
  idempotency_key: IdempotencyKeyTable
  token_usage: UsageTable
  token_entity_usage: EntityUsageTable
  token_day: TokenDayTable
  token_entity_day: EntityDayTable
  client_usage: ClientUsageTable
  observation: { one: number; since: number; until: number | null }
  token_secret_usage: SecretUsageTable
  call_hour: { hour: number; allowed: number; refused: number }
  refused_call: RefusedCallTable
  import_run: ImportRunTable
}

export type UserTable = {
  id: Generated<number>
  kind: string
  username: string
  username_key: string
  display_name: string
  display_key: string
  search_key: string
  status: string
  role: string | null
  password_hash: string | null
  last_sign_in_at: number | null
  created_at: number
  updated_at: number
  version: number
}

export type EntityTable = {
  id: Generated<number>
  name: string
  title: string
  title_key: string
  fields: string
  next_field_id: number
  rules: string
  field_check: string | null
  created_at: number
  version: number
}

export type TokenTable = {
  id: Generated<number>
  token_id: string
  user_id: number
  kind: string
  name: string
  name_key: string
  note: string
  search_key: string
  key_number: number
  digest: Buffer
  rights_mac: Buffer
  enabled: number
  starts_at: number | null
  expires_at: number | null
  expiry_zone: string | null
  revoked_at: number | null
  networks: string | null
  calls_per_minute: number | null
  created_at: number
  created_by: string
  version: number
  system: string
  contact: string
  kept_in: string
  secret_number: number
  rotated_at: number | null
  unused_from: number | null
}

export type TokenSecretTable = {
  token_id: number
  number: number
  key_number: number
  digest: Buffer
  valid_until: number
}

export type SavedViewTable = {
  id: Generated<number>
  user_id: number
  list: string
  name: string
  name_key: string
  filter: string
  created_at: number
}

export type ReviewTable = {
  id: Generated<number>
  name: string
  filter: string
  started_at: number
  started_by: string
  state: string
  ended_at: number | null
  ended_by: string | null
  version: number
}

export type ReviewItemTable = {
  review_id: number
  position: number
  token_id: string
  token_name: string
  user_name: string
  seen: string
  decision: string | null
  grants: string | null
  reason: Generated<string>
  decided_at: number | null
  decided_by: string | null
  outcome: string | null
}

export type ClientTable = {
  id: Generated<number>
  client_id: string
  user_id: number
  name: string
  name_key: string
  search_key: string
  key_number: number
  digest: Buffer
  mac: Buffer
  revoked_at: number | null
  created_at: number
  created_by: string
}

export type RouteSetTable = {
  id: Generated<number>
  name: string
  title: string
  title_key: string
  enabled: number
  proxies: string
  rules: string
  created_at: number
  updated_at: number
  version: number
}

export type ActivityTable = {
  seq: number
  at: number
  actor_id: number | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string | null
  subject_name: string
  concerns_user_id: number | null
  search_key: string
  before: string | null
  after: string | null
  mac: Buffer
  group_id: string | null
}

export type RecordTable = {
  entity_id: number
  id: string
  version: number
  created_at: number
  created_by: string
  updated_at: number
  data: string
}

export type FieldKeyTable = {
  entity_id: number
  field_id: number
  value: string
  record_id: string
}

export type IdempotencyKeyTable = {
  scope: string
  key: string
  fingerprint: Buffer
  status: number
  location: string | null
  etag: string | null
  body: string
  expires_at: number
}

export type EntityUsageTable = {
  token_id: string
  entity_id: number
  permission: string
  last_used_at: number
  calls: number
}

export type UsageTable = {
  token_id: string
  last_used_at: number | null
  last_used_from: string | null
  allowed: number
  refused: number
}

export type SecretUsageTable = {
  token_id: string
  secret_number: number
  calls: number
  last_used_at: number
  last_used_from: string
}

export type TokenDayTable = { token_id: string; day: number; allowed: number; refused: number }

export type EntityDayTable = {
  token_id: string
  day: number
  entity_id: number
  permission: string
  calls: number
}

export type ClientUsageTable = {
  client_id: string
  last_used_at: number
  last_used_from: string
  calls: number
}

export type RefusedCallTable = {
  id: Generated<number>
  at: number
  source: string
  token_id: string | null
  method: string
  entity: string | null
  permission: string | null
  reason: string
  status: number
  calls: Generated<number>
  last_at: number
}

export type ImportRunTable = {
  id: string
  entity_id: number
  file: string
  path: string
  hash: string
  format: string
  mode: string
  key: string
  state: string
  total_rows: number
  created: number
  replaced: number
  skipped: number
  failure: string | null
  faults: string
  started_at: number
  updated_at: number
  started_by: string
}
