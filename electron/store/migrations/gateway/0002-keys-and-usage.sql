-- The version of each entity by which its records are written: whoever writes a record compares it
-- with the version it validated by, in the same transaction.
create table entity_version (
  entity_id integer primary key,
  version integer not null
) strict;

-- value is text that sorts as the field's values do (field-key.ts).
create table record_unique (
  entity_id integer not null,
  field_id integer not null,
  value text not null,
  record_id text not null,
  primary key (entity_id, field_id, value)
) strict, without rowid;

create index record_unique_by_record on record_unique (entity_id, record_id);

create table record_index (
  entity_id integer not null,
  field_id integer not null,
  value text not null,
  record_id text not null,
  primary key (entity_id, field_id, value, record_id)
) strict, without rowid;

create index record_index_by_record on record_index (entity_id, record_id);
create index record_by_change on record (entity_id, updated_at);

-- scope is SHA-256 over user, method and path; fingerprint is SHA-256 of the body.
create table idempotency_key (
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

create index idempotency_key_by_expiry on idempotency_key (expires_at);

-- entity_id 0 is a call on no entity.
create table token_entity_usage (
  token_id text not null,
  entity_id integer not null,
  permission text not null check (permission in ('read', 'write', 'delete')),
  last_used_at integer not null,
  calls integer not null,
  primary key (token_id, entity_id, permission)
) strict, without rowid;

create index token_entity_usage_by_entity on token_entity_usage (entity_id, last_used_at);

-- Equal calls that follow closely are one row.
alter table refused_call add column calls integer not null default 1;
alter table refused_call add column last_at integer not null default 0;
update refused_call set last_at = at;
create index refused_call_by_reason on refused_call (reason, id);
create index refused_call_by_entity on refused_call (entity, id);
