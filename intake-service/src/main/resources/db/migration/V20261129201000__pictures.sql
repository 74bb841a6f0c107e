-- What photos show, in brief, and which of them were shown before.

alter table attachment
  add column picture      integer[] check (cardinality(picture) = 8),
  add column shows_before boolean   not null default false;
create index if not exists attachment_picture on attachment using gin (picture);

create table reused_picture (
  attachment_id      uuid        primary key references attachment,
  earlier_id         uuid        not null references attachment check (earlier_id <> attachment_id),
  earlier_problem_id uuid        references problem,
  different          integer     not null check (different between 0 and 7),
  found_at           timestamptz not null
);
create index reused_picture_earlier_id on reused_picture (earlier_id);
create index reused_picture_earlier_problem_id on reused_picture (earlier_problem_id);
