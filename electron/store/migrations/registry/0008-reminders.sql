-- The last reminder of a token: of which end it was, and how many days before that; -1 is that it
-- had ended and was still called. Whoever moves the end begins anew.
create table reminder (
  token_id integer primary key references token (id),
  expires_at integer not null,
  step integer not null check (step between -1 and 365),
  at integer not null
) strict;

-- A longest lifetime ends tokens by when they were made.
create index token_by_creation on token (created_at) where revoked_at is null;
