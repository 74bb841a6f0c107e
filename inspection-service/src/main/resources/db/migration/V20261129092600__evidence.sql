-- What a write-off of a problem of each category asks for, what of it a re-check was planned with, and what came of it.

alter table category
  add column photo_evidence    text not null default 'ADVISED' check (photo_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  add column position_evidence text not null default 'ADVISED' check (position_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  add column quiet_evidence    text not null default 'ADVISED' check (quiet_evidence in ('REQUIRED', 'ADVISED', 'NONE'));

alter table recheck
  add column photo_evidence    text not null default 'ADVISED' check (photo_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  add column position_evidence text not null default 'ADVISED' check (position_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  add column quiet_evidence    text not null default 'ADVISED' check (quiet_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  -- Null unless it has passed since this is recorded.
  add column missing_evidence  varchar[],
  add check (missing_evidence <@ array['PHOTO', 'POSITION', 'QUIET_TIME']::varchar[]),
  add check (missing_evidence is null or outcome = 'PASSED');

create table evidence_waiver (
  recheck_id uuid        not null references recheck,
  evidence   text        not null check (evidence in ('PHOTO', 'POSITION', 'QUIET_TIME')),
  role       text        not null,
  unit_code  text,
  subject    text        not null,
  waived_at  timestamptz not null,
  reason     text        not null check (char_length(reason) between 1 and 500),
  primary key (recheck_id, evidence)
);

create function refuse_late_waiver() returns trigger language plpgsql as $$
begin
  if exists (select 1 from recheck r where r.id = new.recheck_id and r.status in ('DONE', 'CANCELLED')) then
    raise exception 'evidence is waived before the outcome' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger evidence_is_waived_before_the_outcome before insert on evidence_waiver
  for each row execute function refuse_late_waiver();
create trigger evidence_waiver_is_append_only before update or delete on evidence_waiver
  for each row execute function refuse_change();
create trigger evidence_waiver_is_never_emptied before truncate on evidence_waiver
  for each statement execute function refuse_change();

create function refuse_missing_evidence() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (values ('PHOTO', new.photo_evidence), ('POSITION', new.position_evidence), ('QUIET_TIME', new.quiet_evidence))
      as asked (evidence, rule)
    where rule = 'REQUIRED' and evidence = any (new.missing_evidence)
      and not exists (select 1 from evidence_waiver w where w.recheck_id = new.id and w.evidence = asked.evidence))
  then
    raise exception 'a passed re-check lacks required evidence' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger passed_recheck_has_required_evidence before insert or update on recheck
  for each row when (new.outcome = 'PASSED') execute function refuse_missing_evidence();
