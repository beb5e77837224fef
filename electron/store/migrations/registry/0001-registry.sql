-- username_key and name_key hold the text as it is compared: NFKC, lower case. display_key,
-- title_key and search_key hold it as it is put in order and searched: without accents as well.
create table user (
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

create index user_by_display on user (display_key, id);

-- entity_id 0 is "All entities"; permissions are the bits read 1, write 2, delete 4.
create table user_access (
  user_id integer not null references user (id),
  entity_id integer not null,
  permissions integer not null check (permissions between 1 and 7),
  primary key (user_id, entity_id)
) strict, without rowid;

create table entity (
  id integer primary key,
  name text not null unique,
  title text not null,
  title_key text not null,
  fields text not null check (json_valid(fields)),
  created_at integer not null,
  version integer not null check (version >= 1)
) strict;

-- digest is the HMAC of the whole token under the numbered key, which is not in this file;
-- rights_mac covers what this row and its grants allow, so that one edited outside Keyward is
-- refused. A whole older row that is put back is not noticed.
create table token (
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
) strict;

create unique index token_name_in_use on token (user_id, name_key) where revoked_at is null;
create index token_by_user on token (user_id, created_at);
create index token_by_expiry on token (expires_at) where revoked_at is null;

create table token_grant (
  token_id integer not null references token (id),
  entity_id integer not null,
  permissions integer not null check (permissions between 1 and 7),
  primary key (token_id, entity_id)
) strict, without rowid;

create index token_grant_by_entity on token_grant (entity_id, token_id);

create table policy (
  one integer primary key check (one = 1),
  longest_lifetime_days integer check (longest_lifetime_days between 1 and 36500),
  never_allowed integer not null check (never_allowed in (0, 1))
) strict;

insert into policy (one, longest_lifetime_days, never_allowed) values (1, 366, 0);

create table setting (
  key text primary key,
  value text not null check (json_valid(value))
) strict, without rowid;

create table sign_in_throttle (
  username_key text primary key,
  failures integer not null,
  last_failed_at integer not null
) strict, without rowid;

-- mac chains each entry to the one before it, under a key that is not in this file.
create table activity (
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
) strict;

create index activity_by_user on activity (concerns_user_id, seq);
create index activity_by_actor on activity (actor_id, seq);
create index activity_by_action on activity (action, seq);
