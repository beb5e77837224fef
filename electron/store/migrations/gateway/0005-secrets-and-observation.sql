-- Since when calls are counted: what was not used before this moment is not known to be unused.
create table observation (
  one integer primary key check (one = 1),
  since integer not null
) strict;

-- Kept for tokens that were rotated, so that it shows who still calls with the old secret.
create table token_secret_usage (
  token_id text not null,
  secret_number integer not null,
  calls integer not null,
  last_used_at integer not null,
  last_used_from text not null,
  primary key (token_id, secret_number)
) strict, without rowid;

insert into observation (one, since)
  select 1, min(hour) * 3600000 from call_hour having min(hour) is not null;
