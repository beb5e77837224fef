-- Until when calls were counted: a gateway that was off for long begins to observe anew.
alter table observation add column until integer;
