-- A later look at what was written off, who may not judge it, and how far from the place somebody stood.

alter table recheck
  add column kind              text      not null default 'AFTER_REPLY' check (kind in ('AFTER_REPLY', 'LOOK_BACK')),
  add column involved_subjects varchar[] not null default '{}',
  -- When it was planned: the acceptance, or the write-off. Unknown of those planned by an older version.
  add column planned_at        timestamptz,
  add check (kind = 'AFTER_REPLY' or planned_at is not null),
  add column distance          integer   check (distance >= 0),
  add column far               boolean,
  add check ((distance is null) = (far is null)),
  add check (kind = 'AFTER_REPLY' or outcome in ('PASSED', 'RELAPSED', 'CANNOT_VERIFY')),
  add check (done_by_subject is null or done_by_subject <> all (involved_subjects));

alter table recheck drop constraint recheck_item_id_round_key;
alter table recheck add constraint recheck_once_a_round unique (item_id, round, kind);

create index if not exists recheck_look_backs on recheck (due_at, id) where kind = 'LOOK_BACK';
create index if not exists recheck_far on recheck (id) where far;
create index if not exists recheck_inspector_subject on recheck_inspector (subject);

-- A look-back writes nothing off, so it asks for nothing and lacks nothing.
create or replace function refuse_missing_evidence() returns trigger language plpgsql as $$
begin
  if new.kind = 'AFTER_REPLY' and exists (
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

-- Only a re-check after a reply writes off.
create function refuse_write_off_by_look_back() returns trigger language plpgsql as $$
begin
  if exists (select 1 from recheck r where r.id = new.recheck_id and r.kind <> 'AFTER_REPLY') then
    raise exception 'a look-back writes nothing off' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger write_off_is_of_a_recheck before insert on write_off
  for each row execute function refuse_write_off_by_look_back();
