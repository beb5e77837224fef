-- proxies is a JSON array of CIDR texts; rules are tried in their order.
create table route_set (
  id integer primary key,
  name text not null unique,
  title text not null,
  title_key text not null,
  enabled integer not null check (enabled in (0, 1)),
  proxies text not null check (json_valid(proxies)),
  rules text not null check (json_valid(rules)),
  created_at integer not null,
  updated_at integer not null,
  version integer not null check (version >= 1)
) strict;
