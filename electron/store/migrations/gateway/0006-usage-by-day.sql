-- day counts days since 1970 in UTC; kept for 400 of them.
create table token_day (
  token_id text not null,
  day integer not null,
  allowed integer not null,
  refused integer not null,
  primary key (token_id, day)
) strict, without rowid;

create index token_day_by_day on token_day (day);

-- Allowed calls.
create table token_entity_day (
  token_id text not null,
  day integer not null,
  entity_id integer not null,
  permission text not null check (permission in ('read', 'write', 'delete')),
  calls integer not null,
  primary key (token_id, day, entity_id, permission)
) strict, without rowid;

create index token_entity_day_by_day on token_entity_day (day);
