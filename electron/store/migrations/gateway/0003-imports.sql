-- Imports that are not over. Where a run stands changes in the transaction that writes its records,
-- so that it goes on behind the last row that is kept, whatever ended it.
create table import_run (
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

create index import_run_by_entity on import_run (entity_id, started_at);
