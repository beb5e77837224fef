-- Entries that one action wrote, like a change of many tokens; the chain covers it where it is set.
alter table activity add column group_id text;

create index activity_by_group on activity (group_id, seq) where group_id is not null;
create index activity_by_subject on activity (subject_kind, subject_id, seq);
create index activity_by_time on activity (at, seq);
