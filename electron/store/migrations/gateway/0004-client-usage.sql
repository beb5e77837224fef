create table client_usage (
  client_id text primary key,
  last_used_at integer not null,
  last_used_from text not null,
  calls integer not null
) strict, without rowid;
