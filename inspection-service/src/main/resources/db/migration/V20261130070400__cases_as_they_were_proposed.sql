-- A case rests on what it was proposed with, and says to the end who did what.
drop trigger case_is_about_what_it_was_proposed_for on accountability_case;
create trigger case_is_about_what_it_was_proposed_for before update on accountability_case
  for each row when (
    (old.level, old.subject_unit_code, old.subject_unit_name, old.problem_id, old.item_id, old.suggestion, old.sole_inspector,
     old.proposed_at, old.proposed_by_role, old.proposed_by_unit_code, old.proposed_by_subject)
      is distinct from
    (new.level, new.subject_unit_code, new.subject_unit_name, new.problem_id, new.item_id, new.suggestion, new.sole_inspector,
     new.proposed_at, new.proposed_by_role, new.proposed_by_unit_code, new.proposed_by_subject))
  execute function refuse_change();

drop trigger case_is_decided_once on accountability_case;
create trigger case_is_decided_once before update on accountability_case
  for each row when (
    old.decided_at is not null
    and (new.status = 'DISMISSED'
      or (old.decided_at, old.decided_by_role, old.decided_by_unit_code, old.decided_by_subject, old.decision_reason)
        is distinct from
        (new.decided_at, new.decided_by_role, new.decided_by_unit_code, new.decided_by_subject, new.decision_reason)))
  execute function refuse_change();

-- Nobody of the unit, the one above or one below it decides about a case or has it served.
alter table accountability_case add check (served_by_unit_code <> subject_unit_code);
create function refuse_own_case() returns trigger language plpgsql as $$
declare
  acting text;
begin
  -- Only who acts now: that a unit became next of kin later does not undo what its people did.
  acting := case
    when new.served_by_unit_code is distinct from old.served_by_unit_code then new.served_by_unit_code
    else new.decided_by_unit_code
  end;
  if exists (
    select 1 from unit where
      (code = new.subject_unit_code and parent_code = acting) or (parent_code = new.subject_unit_code and code = acting))
  then
    raise exception 'case % is about a unit next to that of who acts', new.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger case_is_not_decided_by_next_of_kin before update on accountability_case
  for each row when (
    new.decided_by_unit_code is distinct from old.decided_by_unit_code
    or new.served_by_unit_code is distinct from old.served_by_unit_code)
  execute function refuse_own_case();

-- The facts are written together with the case, one at least and none later.
create function refuse_later_basis() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from accountability_case where id = new.case_id and xmin = pg_current_xact_id()::xid) then
    raise exception 'case % rests on what it was proposed with', new.case_id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger case_basis_is_written_with_its_case before insert on case_basis
  for each row execute function refuse_later_basis();

create function refuse_case_without_basis() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from case_basis where case_id = new.id) then
    raise exception 'case % rests on nothing', new.id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger case_rests_on_something after insert on accountability_case
  deferrable initially deferred for each row execute function refuse_case_without_basis();
