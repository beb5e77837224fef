-- Fields get the id that they keep for ever; next_field_id is the one that no field had yet.
alter table entity add column next_field_id integer not null default 1;
alter table entity add column rules text not null check (json_valid(rules))
  default '{"idempotencyKey":"optional","ifMatch":"optional","maxRecordBytes":65536}';
-- Stricter fields whose old records are being checked, as JSON; null where nothing is.
alter table entity add column field_check text check (field_check is null or json_valid(field_check));

update entity set
  fields = (
    select json_group_array(json_set(json(value), '$.id', key + 1) order by key)
    from json_each(entity.fields)),
  next_field_id = json_array_length(fields) + 1;

-- networks is a JSON array of CIDR texts, null for everywhere.
alter table token add column networks text check (networks is null or json_valid(networks));
alter table token add column calls_per_minute integer check (calls_per_minute >= 1);
alter table policy add column calls_per_minute integer not null default 600
  check (calls_per_minute >= 1);
