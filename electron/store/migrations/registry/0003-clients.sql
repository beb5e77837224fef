-- Credentials with which the systems of a service account ask about tokens (RFC 7662). digest is the
-- HMAC over client id and secret under the numbered key, which is not in this file; mac covers what
-- decides whether they count, so that a row edited outside Keyward is refused.
create table client (
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

create unique index client_name_in_use on client (user_id, name_key) where revoked_at is null;
create index client_by_creation on client (created_at);
