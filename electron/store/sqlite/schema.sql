-- Generated from the migrations by schema.test.ts; change those.

-- main

CREATE TABLE activity (
  seq integer primary key,
  at integer not null,
  actor_id integer,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text,
  subject_name text not null,
  concerns_user_id integer,
  search_key text not null,
  before text check (before is null or json_valid(before)),
  after text check (after is null or json_valid(after)),
  mac blob not null check (length(mac) = 32)
, group_id text) strict;

CREATE INDEX activity_by_action on activity (action, seq);

CREATE INDEX activity_by_actor on activity (actor_id, seq);

CREATE INDEX activity_by_group on activity (group_id, seq) where group_id is not null;

CREATE INDEX activity_by_subject on activity (subject_kind, subject_id, seq);

CREATE INDEX activity_by_time on activity (at, seq);

CREATE INDEX activity_by_user on activity (concerns_user_id, seq);

CREATE TABLE client (
  id integer primary key,
  client_id text not null unique check (length(client_id) = 12),
  user_id integer not null references user (id),
  name text not null,
  name_key text not null,
  search_key text not null,
  key_number integer not null,
  digest blob not null check (length(digest) = 32),
  mac blob not null check (length(mac) = 32),
  revoked_at integer,
  created_at integer not null,
  created_by text not null
) strict;

CREATE INDEX client_by_creation on client (created_at);

CREATE UNIQUE INDEX client_name_in_use on client (user_id, name_key) where revoked_at is null;

CREATE TABLE clock (
  one integer primary key check (one = 1),
  seen integer not null,
  wrong_until integer not null default 0,
  corrections integer not null default 0
) strict;

CREATE TABLE entity (
  id integer primary key,
  name text not null unique,
  title text not null,
  title_key text not null,
  fields text not null check (json_valid(fields)),
  created_at integer not null,
  version integer not null check (version >= 1)
, next_field_id integer not null default 1, rules text not null check (json_valid(rules))
  default '{"idempotencyKey":"optional","ifMatch":"optional","maxRecordBytes":65536}', field_check text check (field_check is null or json_valid(field_check))) strict;

CREATE TABLE policy (
  one integer primary key check (one = 1),
  longest_lifetime_days integer check (longest_lifetime_days between 1 and 36500),
  never_allowed integer not null check (never_allowed in (0, 1))
, calls_per_minute integer not null default 600
  check (calls_per_minute >= 1), default_lifetime_days integer
  check (default_lifetime_days between 1 and 36500), name_patterns text not null default '[]'
  check (json_valid(name_patterns)), unused_flag_days integer default 90
  check (unused_flag_days between 1 and 36500), unused_disable_days integer
  check (unused_disable_days between 1 and 36500), reminder_days text not null default '[60,30,14,7,1,0]'
  check (json_valid(reminder_days)), version integer not null default 1 check (version >= 1)) strict;

CREATE TABLE reminder (
  token_id integer primary key references token (id),
  expires_at integer not null,
  step integer not null check (step between -1 and 365),
  at integer not null
) strict;

CREATE TABLE review (
  id integer primary key,
  name text not null,
  filter text not null check (json_valid(filter)),
  started_at integer not null,
  started_by text not null,
  state text not null check (state in ('open', 'applied', 'cancelled')),
  ended_at integer,
  ended_by text,
  version integer not null check (version >= 1)
) strict;

CREATE TABLE review_item (
  review_id integer not null references review (id),
  position integer not null,
  token_id text not null,
  token_name text not null,
  user_name text not null,
  seen text not null check (json_valid(seen)),
  decision text check (decision in ('keep', 'narrow', 'revoke')),
  grants text check (grants is null or json_valid(grants)),
  reason text not null default '',
  decided_at integer,
  decided_by text,
  outcome text check (outcome in ('kept', 'narrowed', 'revoked', 'not_applied')),
  primary key (review_id, position)
) strict, without rowid;

CREATE INDEX review_item_undecided on review_item (review_id) where decision is null;

CREATE TABLE route_set (
  id integer primary key,
  name text not null unique,
  title text not null,
  title_key text not null,
  enabled integer not null check (enabled in (0, 1)),
  proxies text not null check (json_valid(proxies)),
  rules text not null check (json_valid(rules)),
  created_at integer not null,
  updated_at integer not null,
  version integer not null check (version >= 1)
) strict;

CREATE TABLE saved_view (
  id integer primary key,
  user_id integer not null references user (id),
  list text not null,
  name text not null,
  name_key text not null,
  filter text not null check (json_valid(filter)),
  created_at integer not null,
  unique (user_id, list, name_key)
) strict;

CREATE TABLE setting (
  key text primary key,
  value text not null check (json_valid(value))
) strict, without rowid;

CREATE TABLE sign_in_throttle (
  username_key text primary key,
  failures integer not null,
  last_failed_at integer not null
) strict, without rowid;

CREATE TABLE token (
  id integer primary key,
  token_id text not null unique check (length(token_id) = 12),
  user_id integer not null references user (id),
  kind text not null check (kind in ('u', 's', 'x')),
  name text not null,
  name_key text not null,
  note text not null,
  search_key text not null,
  key_number integer not null,
  digest blob not null check (length(digest) = 32),
  rights_mac blob not null check (length(rights_mac) = 32),
  enabled integer not null check (enabled in (0, 1)),
  starts_at integer,
  expires_at integer,
  expiry_zone text,
  revoked_at integer,
  created_at integer not null,
  created_by text not null,
  version integer not null check (version >= 1)
, networks text check (networks is null or json_valid(networks)), calls_per_minute integer check (calls_per_minute >= 1), system text not null default '', contact text not null default '', kept_in text not null default '', secret_number integer not null default 1, rotated_at integer, unused_from integer) strict;

CREATE INDEX token_by_creation on token (created_at) where revoked_at is null;

CREATE INDEX token_by_expiry on token (expires_at) where revoked_at is null;

CREATE INDEX token_by_name on token (search_key);

CREATE INDEX token_by_user on token (user_id, created_at);

CREATE UNIQUE INDEX token_name_in_use on token (user_id, name_key) where revoked_at is null;

CREATE TABLE token_grant (
  token_id integer not null references token (id),
  entity_id integer not null,
  permissions integer not null check (permissions between 1 and 7), granted_at integer,
  primary key (token_id, entity_id)
) strict, without rowid;

CREATE INDEX token_grant_by_entity on token_grant (entity_id, token_id);

CREATE TABLE token_secret (
  token_id integer not null references token (id),
  number integer not null check (number >= 1),
  key_number integer not null,
  digest blob not null check (length(digest) = 32),
  valid_until integer not null,
  primary key (token_id, number)
) strict, without rowid;

CREATE TABLE user (
  id integer primary key,
  kind text not null check (kind in ('person', 'service_account')),
  username text not null,
  username_key text not null unique,
  display_name text not null,
  display_key text not null,
  search_key text not null,
  status text not null check (status in ('active', 'disabled')),
  role text check (role in ('administrator', 'auditor')),
  password_hash text,
  last_sign_in_at integer,
  created_at integer not null,
  updated_at integer not null,
  version integer not null check (version >= 1),
  check (kind = 'person' or (role is null and password_hash is null)),
  check ((role is null) = (password_hash is null))
) strict;

CREATE INDEX user_by_display on user (display_key, id);

CREATE TABLE user_access (
  user_id integer not null references user (id),
  entity_id integer not null,
  permissions integer not null check (permissions between 1 and 7),
  primary key (user_id, entity_id)
) strict, without rowid;

-- gw

CREATE TABLE call_hour (
  hour integer primary key,
  allowed integer not null,
  refused integer not null
) strict;

CREATE TABLE client_usage (
  client_id text primary key,
  last_used_at integer not null,
  last_used_from text not null,
  calls integer not null
) strict, without rowid;

CREATE TABLE entity_version (
  entity_id integer primary key,
  version integer not null
) strict;

CREATE TABLE idempotency_key (
  scope text not null,
  key text not null,
  fingerprint blob not null,
  status integer not null,
  location text,
  etag text,
  body text not null,
  expires_at integer not null,
  primary key (scope, key)
) strict, without rowid;

CREATE INDEX idempotency_key_by_expiry on idempotency_key (expires_at);

CREATE TABLE import_run (
  id text primary key,
  entity_id integer not null,
  file text not null,
  path text not null,
  hash text not null,
  format text not null check (format in ('csv', 'ndjson')),
  mode text not null check (mode in ('add', 'skip', 'replace')),
  key text not null,
  state text not null check (state in ('running', 'stopped', 'cancelled')),
  total_rows integer not null,
  created integer not null,
  replaced integer not null,
  skipped integer not null,
  failure text check (json_valid(failure)),
  faults text not null check (json_valid(faults)),
  started_at integer not null,
  updated_at integer not null,
  started_by text not null
) strict, without rowid;

CREATE INDEX import_run_by_entity on import_run (entity_id, started_at);

CREATE TABLE observation (
  one integer primary key check (one = 1),
  since integer not null
, until integer) strict;

CREATE TRIGGER record_counted after insert on record begin
  insert into record_count (entity_id, records) values (new.entity_id, 1)
    on conflict (entity_id) do update set records = records + 1;
end;

CREATE TRIGGER record_uncounted after delete on record begin
  update record_count set records = records - 1 where entity_id = old.entity_id;
end;

CREATE TABLE record (
  entity_id integer not null,
  id text not null,
  version integer not null check (version >= 1),
  created_at integer not null,
  created_by text not null,
  updated_at integer not null,
  data text not null check (json_valid(data)),
  primary key (entity_id, id)
) strict, without rowid;

CREATE INDEX record_by_change on record (entity_id, updated_at);

CREATE TABLE record_count (
  entity_id integer primary key,
  records integer not null
) strict;

CREATE TABLE record_index (
  entity_id integer not null,
  field_id integer not null,
  value text not null,
  record_id text not null,
  primary key (entity_id, field_id, value, record_id)
) strict, without rowid;

CREATE INDEX record_index_by_record on record_index (entity_id, record_id);

CREATE TABLE record_unique (
  entity_id integer not null,
  field_id integer not null,
  value text not null,
  record_id text not null,
  primary key (entity_id, field_id, value)
) strict, without rowid;

CREATE INDEX record_unique_by_record on record_unique (entity_id, record_id);

CREATE TABLE refused_call (
  id integer primary key,
  at integer not null,
  source text not null,
  token_id text,
  method text not null,
  entity text,
  permission text,
  reason text not null,
  status integer not null
, calls integer not null default 1, last_at integer not null default 0) strict;

CREATE INDEX refused_call_by_entity on refused_call (entity, id);

CREATE INDEX refused_call_by_reason on refused_call (reason, id);

CREATE INDEX refused_call_by_token on refused_call (token_id, id);

CREATE TABLE token_day (
  token_id text not null,
  day integer not null,
  allowed integer not null,
  refused integer not null,
  primary key (token_id, day)
) strict, without rowid;

CREATE INDEX token_day_by_day on token_day (day);

CREATE TABLE token_entity_day (
  token_id text not null,
  day integer not null,
  entity_id integer not null,
  permission text not null check (permission in ('read', 'write', 'delete')),
  calls integer not null,
  primary key (token_id, day, entity_id, permission)
) strict, without rowid;

CREATE INDEX token_entity_day_by_day on token_entity_day (day);

CREATE TABLE token_entity_usage (
  token_id text not null,
  entity_id integer not null,
  permission text not null check (permission in ('read', 'write', 'delete')),
  last_used_at integer not null,
  calls integer not null,
  primary key (token_id, entity_id, permission)
) strict, without rowid;

CREATE INDEX token_entity_usage_by_entity on token_entity_usage (entity_id, last_used_at);

CREATE TABLE token_secret_usage (
  token_id text not null,
  secret_number integer not null,
  calls integer not null,
  last_used_at integer not null,
  last_used_from text not null,
  primary key (token_id, secret_number)
) strict, without rowid;

CREATE TABLE token_usage (
  token_id text primary key,
  last_used_at integer,
  last_used_from text,
  allowed integer not null,
  refused integer not null
) strict, without rowid;
