-- Inspections whose plan changes until the start, visits that are sent later, and round tables that settle what is found.

alter table inspection
  add column focus_source_kind   text check (focus_source_kind in ('CITY_COVERT_CHECK', 'CITY_MEETING', 'MEDIA_EXPOSURE', 'WEEKLY_KEY_TASK')),
  add column focus_reference     text check (char_length(focus_reference) between 1 and 200),
  add column focus_dated_on      date,
  add column roundtable_planned  boolean not null default false,
  add column finding_count       integer not null default 0 check (finding_count >= 0),
  add check ((focus_source_kind is null) = (focus_reference is null)),
  add check (focus_dated_on is null or focus_source_kind is not null);
update inspection i set finding_count = (select count(*) from finding f where f.inspection_id = i.id);

-- Who comes along for a unit; nobody does where nobody is told.
create table inspection_companion (
  inspection_id uuid    not null references inspection,
  number        integer not null check (number between 1 and 20),
  unit_code     text    not null,
  unit_name     text    not null,
  person        text    check (char_length(person) between 1 and 100),
  primary key (inspection_id, number)
);

create table inspection_postponement (
  inspection_id uuid        not null references inspection,
  number        integer     not null check (number > 0),
  postponed_from timestamptz not null,
  postponed_to  timestamptz not null,
  reason        text        not null check (char_length(reason) between 1 and 500),
  postponed_at  timestamptz not null,
  role          text        not null,
  unit_code     text,
  subject       text        not null,
  primary key (inspection_id, number),
  check (postponed_to > postponed_from)
);

-- Who did what to an inspection since this is recorded.
create table inspection_act (
  inspection_id uuid        not null references inspection,
  number        integer     not null check (number > 0),
  action        text        not null check (action in ('CHANGE', 'POSTPONE', 'START', 'VISIT_STOP', 'SKIP_STOP', 'REPORT_FINDING',
                                                      'HOLD_ROUNDTABLE', 'CONCLUDE', 'CANCEL')),
  acted_at      timestamptz not null,
  role          text        not null,
  unit_code     text,
  subject       text        not null,
  stop_number   integer     check (stop_number between 1 and 50),
  reason        text        check (char_length(reason) between 1 and 500),
  primary key (inspection_id, number)
);
create trigger inspection_act_is_append_only before update or delete on inspection_act
  for each row execute function refuse_change();
create trigger inspection_act_is_never_emptied before truncate on inspection_act
  for each statement execute function refuse_change();

-- arrived_at is what the device said, visited_at what of it lies between the start and the receipt. A stop that a finding shows
-- to be visited has only the latter.
alter table inspection_stop
  add column arrived_at           timestamptz,
  add column received_at          timestamptz,
  add column visit_longitude      double precision,
  add column visit_latitude       double precision,
  add column visit_sent_longitude double precision,
  add column visit_sent_latitude  double precision,
  add column visit_sent_crs       text check (visit_sent_crs in ('WGS84', 'GCJ02', 'BD09')),
  add column visit_doubt          text check (visit_doubt in ('ZERO', 'SWAPPED', 'OUTSIDE_DISTRICT')),
  add column visited_by_role      text,
  add column visited_by_unit_code text,
  add column visited_by_subject   text,
  add check ((arrived_at is null) = (received_at is null)),
  add check (arrived_at is null or (visited_at is not null and visited_by_subject is not null)),
  add check (received_at is null or visited_at <= received_at),
  add check (num_nulls(visit_longitude, visit_latitude, visit_sent_longitude, visit_sent_latitude, visit_sent_crs) in (0, 5)),
  add check (visit_longitude is null or arrived_at is not null),
  add check (visit_doubt is null or visit_longitude is not null);

create table roundtable (
  id                    uuid        primary key,
  inspection_id         uuid        not null references inspection,
  held_at               timestamptz not null,
  place                 text        not null check (char_length(place) between 1 and 200),
  recorded_at           timestamptz not null,
  recorded_by_role      text        not null,
  recorded_by_unit_code text,
  recorded_by_subject   text        not null
);
create index roundtable_inspection_id on roundtable (inspection_id, held_at);

create table roundtable_attendee (
  roundtable_id uuid    not null references roundtable,
  number        integer not null check (number between 1 and 50),
  unit_code     text    not null,
  unit_name     text    not null,
  person        text    check (char_length(person) between 1 and 100),
  primary key (roundtable_id, number)
);
create trigger roundtable_never_changes before update or delete on roundtable
  for each row execute function refuse_change();

alter table finding
  add column found_at           timestamptz,
  add column roundtable_id      uuid references roundtable,
  add column decision_text      text check (char_length(decision_text) between 1 and 2000),
  add column decision_unit_code text,
  add column decision_unit_name text,
  add column decision_due_on    date,
  add column decided_at         timestamptz,
  add check (num_nulls(roundtable_id, decision_text, decision_unit_code, decision_unit_name, decision_due_on, decided_at) in (0, 6)),
  add check (found_at is null or found_at <= reported_at);
create index if not exists finding_roundtable_id on finding (roundtable_id) where roundtable_id is not null;
create index if not exists finding_decision_unit_code on finding (decision_unit_code, id) where decision_unit_code is not null;
create trigger decision_is_settled_once before update on finding
  for each row when (
    old.roundtable_id is not null
    and (old.roundtable_id, old.decision_text, old.decision_unit_code, old.decision_unit_name, old.decision_due_on, old.decided_at)
      is distinct from (new.roundtable_id, new.decision_text, new.decision_unit_code, new.decision_unit_name, new.decision_due_on, new.decided_at))
  execute function refuse_change();
