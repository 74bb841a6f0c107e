-- An order is drafted before it has a number. What it would take is kept apart from the items, which know nothing of it.
alter table supervision_order
  alter column serial    drop not null,
  alter column issued_at drop not null,
  alter column issued_by drop not null,
  add column cancelled_at         timestamptz,
  add column cancel_reason        text check (length(cancel_reason) between 1 and 2000),
  add column cancelled_by_role    text,
  add column cancelled_by_unit    text,
  add column cancelled_by_subject text,
  add constraint supervision_order_issue_is_whole check (num_nonnulls(serial, issued_at, issued_by) in (0, 3)),
  add constraint supervision_order_cancellation_is_whole check (
    num_nonnulls(cancelled_at, cancel_reason, cancelled_by_role, cancelled_by_subject) in (0, 4)),
  add constraint supervision_order_draft_is_not_cancelled check (serial is not null or cancelled_at is null);
create index if not exists supervision_order_drafts on supervision_order (id) where serial is null;
create index if not exists supervision_order_cancelled on supervision_order (id) where cancelled_at is not null;

create table draft_line (
  order_id           uuid    not null references supervision_order,
  position           integer not null check (position between 0 and 199),
  problem_id         uuid    not null,
  deadline_class     text    not null check (deadline_class in ('GENERAL', 'FACILITY', 'EMERGENCY')),
  demand             text    check (length(demand) <= 2000),
  responsible_person text    check (length(responsible_person) <= 50),
  seen_order_id      uuid    references supervision_order,
  primary key (order_id, position),
  constraint draft_line_names_a_problem_once unique (order_id, problem_id) deferrable initially deferred
);
create index draft_line_problem_id on draft_line (problem_id);
create index draft_line_seen_order_id on draft_line (seen_order_id);

create table draft_joint_unit (
  order_id  uuid    not null references supervision_order,
  position  integer not null check (position between 0 and 19),
  unit_code text    not null references unit (code),
  unit_name text    not null,
  primary key (order_id, position)
);
create index draft_joint_unit_unit_code on draft_joint_unit (unit_code);
