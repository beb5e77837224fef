-- Which system uses a token, whom to ask about it, and where its secret is kept.
alter table token add column system text not null default '';
alter table token add column contact text not null default '';
alter table token add column kept_in text not null default '';
-- The secret in use is the one with this number; those before it are rows of token_secret.
alter table token add column secret_number integer not null default 1;
alter table token add column rotated_at integer;
-- Days unused are counted from here at the earliest: the token was enabled again.
alter table token add column unused_from integer;

-- Earlier secrets: valid until their moment, and recognised for ever. The token's MAC covers them.
create table token_secret (
  token_id integer not null references token (id),
  number integer not null check (number >= 1),
  key_number integer not null,
  digest blob not null check (length(digest) = 32),
  valid_until integer not null,
  primary key (token_id, number)
) strict, without rowid;

-- Null for grants that the token was made with.
alter table token_grant add column granted_at integer;

-- name_patterns and reminder_days are JSON arrays.
alter table policy add column default_lifetime_days integer
  check (default_lifetime_days between 1 and 36500);
alter table policy add column name_patterns text not null default '[]'
  check (json_valid(name_patterns));
alter table policy add column unused_flag_days integer default 90
  check (unused_flag_days between 1 and 36500);
alter table policy add column unused_disable_days integer
  check (unused_disable_days between 1 and 36500);
alter table policy add column reminder_days text not null default '[60,30,14,7,1,0]'
  check (json_valid(reminder_days));

-- A filter that somebody wants again; list is the page it belongs to.
create table saved_view (
  id integer primary key,
  user_id integer not null references user (id),
  list text not null,
  name text not null,
  name_key text not null,
  filter text not null check (json_valid(filter)),
  created_at integer not null,
  unique (user_id, list, name_key)
) strict;
