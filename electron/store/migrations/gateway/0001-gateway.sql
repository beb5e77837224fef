create table record (
  entity_id integer not null,
  id text not null,
  version integer not null check (version >= 1),
  created_at integer not null,
  created_by text not null,
  updated_at integer not null,
  data text not null check (json_valid(data)),
  primary key (entity_id, id)
) strict, without rowid;

-- Counting a million records takes longer than a window may wait.
create table record_count (
  entity_id integer primary key,
  records integer not null
) strict;

create trigger record_counted after insert on record begin
  insert into record_count (entity_id, records) values (new.entity_id, 1)
    on conflict (entity_id) do update set records = records + 1;
end;

create trigger record_uncounted after delete on record begin
  update record_count set records = records - 1 where entity_id = old.entity_id;
end;

create table token_usage (
  token_id text primary key,
  last_used_at integer,
  last_used_from text,
  allowed integer not null,
  refused integer not null
) strict, without rowid;

-- hour is whole hours since 1970.
create table call_hour (
  hour integer primary key,
  allowed integer not null,
  refused integer not null
) strict;

create table refused_call (
  id integer primary key,
  at integer not null,
  source text not null,
  token_id text,
  method text not null,
  entity text,
  permission text,
  reason text not null,
  status integer not null
) strict;

create index refused_call_by_token on refused_call (token_id, id);
