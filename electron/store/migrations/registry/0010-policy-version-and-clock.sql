alter table policy add column version integer not null default 1 check (version >= 1);

-- The latest moment that Keyward went by, at most a minute old. What is stamped up to wrong_until
-- was written under a clock that an administrator has corrected since.
create table clock (
  one integer primary key check (one = 1),
  seen integer not null,
  wrong_until integer not null default 0,
  corrections integer not null default 0
) strict;
