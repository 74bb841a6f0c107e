-- Cards from counted facts, and matters of conduct that a named person decides.

-- Which unit has an item, as dispatch told when it was last issued.
create table issued_item (
  id           uuid    primary key,
  problem_id   uuid    not null,
  order_serial text    not null,
  unit_code    text    not null,
  unit_name    text    not null,
  sequence     integer not null check (sequence >= 1)
);
create index issued_item_problem_id on issued_item (problem_id);

create table warning_card (
  id             uuid        primary key,
  kind           text        not null check (kind in ('YELLOW', 'RED')),
  cause          text        not null check (cause in ('FAILED_RECHECKS', 'OVERDUE')),
  item_id        uuid        not null,
  problem_id     uuid        not null,
  problem_serial text,
  order_serial   text,
  round          integer     not null check (round >= 0),
  unit_code      text        not null,
  unit_name      text        not null,
  failures       integer     not null check (failures >= 0),
  recheck_id     uuid        unique references recheck,
  due_at         timestamptz,
  issued_at      timestamptz not null,
  -- A fact that is told again adds nothing.
  unique (item_id, cause, round, unit_code),
  check ((cause = 'FAILED_RECHECKS') = (recheck_id is not null)),
  check ((cause = 'OVERDUE') = (due_at is not null)),
  check (cause <> 'FAILED_RECHECKS' or failures >= 1),
  check (cause <> 'OVERDUE' or kind = 'YELLOW')
);
create index warning_card_unit_code on warning_card (unit_code, id);
create index warning_card_problem_id on warning_card (problem_id);
create index warning_card_issued_at on warning_card (issued_at, id);
create trigger warning_card_is_append_only before update or delete on warning_card
  for each row execute function refuse_change();
create trigger warning_card_is_never_emptied before truncate on warning_card
  for each statement execute function refuse_change();

create table accountability_case (
  id                    uuid        primary key,
  version               bigint      not null,
  level                 text        not null check (level in ('C1', 'C2', 'C3')),
  status                text        not null check (status in ('PROPOSED', 'CONFIRMED', 'DISMISSED', 'SERVED')),
  subject_unit_code     text        not null,
  subject_unit_name     text        not null,
  problem_id            uuid,
  item_id               uuid,
  suggestion            text        check (char_length(suggestion) between 1 and 2000),
  proposed_at           timestamptz not null,
  proposed_by_role      text        not null,
  proposed_by_unit_code text,
  proposed_by_subject   text        not null,
  decided_at            timestamptz,
  decided_by_role       text,
  decided_by_unit_code  text,
  decided_by_subject    text,
  decision_reason       text        check (char_length(decision_reason) between 1 and 1000),
  served_at             timestamptz,
  served_by_role        text,
  served_by_unit_code   text,
  served_by_subject     text,
  -- By the system once for each item, level and unit; it names the item, who proposes by hand does not.
  check ((proposed_by_role = 'SYSTEM') = (item_id is not null)),
  check (item_id is null or problem_id is not null),
  -- Nothing goes on without a named person who has the role and did not propose it.
  check ((status = 'PROPOSED') = (decided_at is null)),
  check (num_nulls(decided_at, decided_by_role, decided_by_subject, decision_reason) in (0, 4)),
  check (decided_by_role = case level when 'C3' then 'DISCIPLINE' else 'COMMITTEE_INSPECTOR' end),
  check (decided_by_subject <> proposed_by_subject),
  check (decided_by_unit_code <> subject_unit_code),
  check ((status = 'SERVED') = (served_at is not null)),
  check (num_nulls(served_at, served_by_role, served_by_subject) in (0, 3)),
  check (served_by_role = decided_by_role)
);
create unique index accountability_case_by_system on accountability_case (item_id, level, subject_unit_code)
  where item_id is not null;
create index accountability_case_subject_unit_code on accountability_case (subject_unit_code, id);
create index accountability_case_problem_id on accountability_case (problem_id) where problem_id is not null;
create trigger finished_case_never_changes before update on accountability_case
  for each row when (old.status in ('DISMISSED', 'SERVED')) execute function refuse_change();
create trigger case_is_about_what_it_was_proposed_for before update on accountability_case
  for each row when (
    (old.level, old.subject_unit_code, old.problem_id, old.item_id, old.suggestion, old.proposed_at, old.proposed_by_role, old.proposed_by_subject)
      is distinct from
    (new.level, new.subject_unit_code, new.problem_id, new.item_id, new.suggestion, new.proposed_at, new.proposed_by_role, new.proposed_by_subject))
  execute function refuse_change();
create trigger case_is_decided_once before update on accountability_case
  for each row when (
    old.decided_at is not null
    and (new.status = 'DISMISSED'
      or (old.decided_at, old.decided_by_role, old.decided_by_subject, old.decision_reason)
        is distinct from (new.decided_at, new.decided_by_role, new.decided_by_subject, new.decision_reason)))
  execute function refuse_change();
create trigger case_is_served_after_its_decision before update on accountability_case
  for each row when (old.status = 'PROPOSED' and new.status = 'SERVED') execute function refuse_change();
create trigger case_starts_as_a_proposal before insert on accountability_case
  for each row when (new.status <> 'PROPOSED') execute function refuse_change();
create trigger case_is_never_removed before delete on accountability_case
  for each row execute function refuse_change();

-- The facts that a case rests on.
create table case_basis (
  case_id  uuid    not null references accountability_case,
  number   integer not null check (number between 1 and 50),
  kind     text    not null check (kind in ('CARD', 'RECHECK', 'PROBLEM')),
  basis_id uuid    not null,
  primary key (case_id, number),
  unique (case_id, kind, basis_id)
);
create trigger case_basis_is_append_only before update or delete on case_basis
  for each row execute function refuse_change();
create trigger case_basis_is_never_emptied before truncate on case_basis
  for each statement execute function refuse_change();
