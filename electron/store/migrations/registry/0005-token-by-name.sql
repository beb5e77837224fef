-- A token is picked out of all of them by how its name begins.
create index token_by_name on token (search_key);
