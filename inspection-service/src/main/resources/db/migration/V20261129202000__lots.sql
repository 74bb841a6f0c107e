-- Lots of re-checks of which a sample alone is visited.

create table lot (
  id                  uuid             primary key,
  version             bigint           not null,
  status              text             not null check (status in ('OPEN', 'ACCEPTED', 'REJECTED')),
  unit_code           text             not null,
  deadline_class      text             not null check (deadline_class in ('GENERAL', 'FACILITY')),
  period              text             not null check (period ~ '^[0-9]{4}-W[0-5][0-9]$'),
  mode                text             not null check (mode in ('NORMAL', 'TIGHTENED', 'REDUCED')),
  population          integer          not null check (population >= 10),
  size                integer          not null check (size between 0 and population),
  acceptance          integer          not null check (acceptance >= 0),
  error               double precision not null check (error > 0 and error < 1),
  confidence          double precision not null check (confidence > 0 and confidence < 1),
  tolerable           double precision not null check (tolerable > 0 and tolerable < 1),
  risk                double precision not null check (risk > 0 and risk < 1),
  seed                text             not null check (seed ~ '^[0-9a-f]{32}$'),
  resume_reason       text             check (char_length(resume_reason) between 1 and 500),
  visited             integer          not null check (visited between 0 and size),
  passed              integer          not null check (passed between 0 and visited),
  opened_at           timestamptz      not null,
  opened_by_role      text             not null,
  opened_by_unit_code text,
  opened_by_subject   text             not null,
  decided_at          timestamptz,
  unique (unit_code, deadline_class, period),
  check ((status = 'OPEN') = (decided_at is null)),
  check (status <> 'ACCEPTED' or visited = size and visited - passed <= acceptance),
  check (status <> 'REJECTED' or visited - passed > acceptance)
);
create trigger decided_lot_never_changes before update or delete on lot
  for each row when (old.status <> 'OPEN') execute function refuse_change();

alter table recheck
  add column source_kind text,
  add column difficult   boolean not null default false,
  add column lot_id      uuid references lot,
  add column lot_rank    integer check (lot_rank >= 1),
  add column drawn       boolean not null default false,
  add column held        boolean not null default false,
  add check ((lot_id is null) = (lot_rank is null)),
  add check (lot_id is not null or not drawn and not held),
  add check (not (drawn and held));
create index if not exists recheck_lot_id on recheck (lot_id, lot_rank) where lot_id is not null;
create index if not exists recheck_planned_of_unit on recheck (lead_unit_code, deadline_class, id) where status = 'PLANNED';

-- Nothing is written off without a visit of its own or its accepted lot.
create function refuse_write_off_without_visit_or_lot() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from recheck r left join lot l on l.id = r.lot_id
    where r.id = new.recheck_id and r.missing_evidence is null and (l.status is distinct from 'ACCEPTED' or r.drawn))
  then
    raise exception 'a write-off has neither a visit nor an accepted lot' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
-- At the commit, when the lot is decided too.
create constraint trigger write_off_has_visit_or_lot after insert on write_off deferrable initially deferred
  for each row execute function refuse_write_off_without_visit_or_lot();
