-- filter is the TokenFilter that the list was taken with, as JSON; the list itself is fixed.
create table review (
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

-- seen is the token as the reviewer was shown it first; grants are those that a narrowing leaves.
create table review_item (
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

create index review_item_undecided on review_item (review_id) where decision is null;
