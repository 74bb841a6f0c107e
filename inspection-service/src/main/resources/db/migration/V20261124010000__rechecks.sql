-- Re-checks on the spot and the write-off journal.

create table recheck (
  id                  uuid             primary key,
  version             bigint           not null,
  status              text             not null check (status in ('PLANNED', 'ASSIGNED', 'DONE', 'CANCELLED')),
  problem_id          uuid             not null,
  problem_serial      text             not null,
  item_id             uuid             not null,
  round               integer          not null check (round >= 0),
  title               text             not null,
  category_code       text             not null,
  deadline_class      text             not null check (deadline_class in ('GENERAL', 'FACILITY', 'PLANNED', 'EMERGENCY')),
  address             text,
  subdistrict_code    text,
  community_code      text,
  longitude           double precision,
  latitude            double precision,
  lead_unit_code      text             not null,
  lead_unit_name      text             not null,
  involved_unit_codes varchar[]        not null,
  standing_demand     text,
  replied_at          timestamptz      not null,
  accepted_at         timestamptz      not null,
  advised_from        timestamptz      not null,
  due_at              timestamptz      not null,
  outcome             text             check (outcome in ('PASSED', 'NOT_RECTIFIED', 'PARTIAL', 'RELAPSED', 'CANNOT_VERIFY')),
  note                text,
  attachment_ids      uuid[]           not null,
  arrived_at          timestamptz,
  position_longitude  double precision,
  position_latitude   double precision,
  sent_longitude      double precision,
  sent_latitude       double precision,
  sent_crs            text             check (sent_crs in ('WGS84', 'GCJ02', 'BD09')),
  done_at             timestamptz,
  done_by_role        text,
  done_by_unit_code   text,
  done_by_subject     text,
  unique (item_id, round),
  unique (id, outcome),
  check ((status = 'DONE') = (outcome is not null)),
  check ((outcome is null) = (done_at is null)),
  check ((outcome is null) = (done_by_subject is null)),
  check (outcome = 'PASSED' or outcome is null or note is not null),
  check ((longitude is null) = (latitude is null)),
  check (num_nulls(position_longitude, position_latitude, sent_longitude, sent_latitude, sent_crs) in (0, 5)),
  -- Separation of duties: nobody passes judgement on the work of his own unit.
  check (done_by_unit_code is null or done_by_unit_code <> all (involved_unit_codes))
);
create index recheck_problem_id on recheck (problem_id);
create index recheck_lead_unit_code on recheck (lead_unit_code, id);
create index recheck_subdistrict_code on recheck (subdistrict_code, id);
create index recheck_involved_unit_codes on recheck using gin (involved_unit_codes);
create index recheck_due_at on recheck (due_at, id);
create unique index recheck_one_open_per_item on recheck (item_id) where status in ('PLANNED', 'ASSIGNED');
create index recheck_open_by_due_at on recheck (due_at, id) where status in ('PLANNED', 'ASSIGNED');
create index recheck_open_by_id on recheck (id) where status in ('PLANNED', 'ASSIGNED');

create table recheck_inspector (
  recheck_id uuid not null references recheck,
  subject    text not null,
  unit_code  text,
  primary key (recheck_id, subject)
);

create table write_off (
  id             uuid        primary key,
  recheck_id     uuid        not null unique,
  -- Only a passed re-check writes off: the pair below exists in no other case.
  outcome        text        not null generated always as ('PASSED') stored,
  problem_id     uuid        not null,
  item_id        uuid        not null unique,
  written_off_at timestamptz not null,
  unique (problem_id, item_id),
  foreign key (recheck_id, outcome) references recheck (id, outcome) deferrable initially deferred
);
create index write_off_written_off_at on write_off (written_off_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'integrity_constraint_violation';
end
$$;

create trigger write_off_is_append_only before update or delete on write_off
  for each row execute function refuse_change();
create trigger write_off_is_never_emptied before truncate on write_off
  for each statement execute function refuse_change();
create trigger finished_recheck_never_changes before update or delete on recheck
  for each row when (old.status in ('DONE', 'CANCELLED')) execute function refuse_change();
