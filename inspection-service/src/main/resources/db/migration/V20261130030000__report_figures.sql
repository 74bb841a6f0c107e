-- The figures that are reported upward, counted day by day as things happen: a report of any period adds days, not rows.

-- What counts on a day and is not added to its tally yet. Each thing that happens adds a row of its own, so that nobody waits for
-- the tally of today.
create table tally_entry (
  id      bigint generated always as identity primary key,
  day     date   not null,
  measure text   not null
);

-- How often something happened on a day of the district's calendar, what waits in tally_entry aside.
create table tally (
  day     date   not null,
  measure text   not null,
  number  bigint not null check (number > 0),
  primary key (day, measure)
);

create function district_day(at timestamptz) returns date language sql immutable as $$
  select cast(at at time zone 'Asia/Shanghai' as date)
$$;

-- Orders and meetings of dispatch-service that count, each once however often it is told.
create table told_record (
  id      uuid primary key,
  day     date not null,
  measure text not null
);
create function count_told_record() returns trigger language plpgsql as $$
begin
  insert into tally_entry (day, measure) values (new.day, new.measure);
  return null;
end
$$;
create trigger told_record_counts after insert on told_record for each row execute function count_told_record();
create trigger told_record_never_changes before update or delete on told_record for each row execute function refuse_change();

-- Problems of intake-service: when they were filed, and whether they have ended, by a write-off or otherwise. That may be told in
-- either order.
create table told_problem (
  id        uuid    primary key,
  filed_day date,
  ended     boolean not null default false,
  check (filed_day is not null or ended)
);
create function count_told_problem() returns trigger language plpgsql as $$
begin
  if new.filed_day is not null and (tg_op = 'INSERT' or old.filed_day is null) then
    insert into tally_entry (day, measure) values (new.filed_day, 'PROBLEM_FILED');
  end if;
  if new.filed_day is not null and new.ended and (tg_op = 'INSERT' or old.filed_day is null or not old.ended) then
    insert into tally_entry (day, measure) values (new.filed_day, 'PROBLEM_ENDED');
  end if;
  return null;
end
$$;
create trigger told_problem_counts after insert or update on told_problem for each row execute function count_told_problem();
create trigger told_problem_is_kept before update on told_problem
  for each row when (old.ended and not new.ended or old.filed_day is distinct from new.filed_day and old.filed_day is not null)
  execute function refuse_change();
create trigger told_problem_is_never_removed before delete on told_problem for each row execute function refuse_change();

create function count_write_off() returns trigger language plpgsql as $$
begin
  insert into tally_entry (day, measure) values (district_day(new.written_off_at), 'WRITE_OFF');
  insert into told_problem (id, ended) values (new.problem_id, true)
    on conflict (id) do update set ended = true where not told_problem.ended;
  return null;
end
$$;
create trigger write_off_counts after insert on write_off for each row execute function count_write_off();
insert into tally (day, measure, number) select district_day(written_off_at), 'WRITE_OFF', count(*) from write_off group by 1;
insert into told_problem (id, ended) select distinct problem_id, true from write_off;

-- Re-checks for which somebody was on the spot: those that passed with their lot are no visits.
create function count_recheck() returns trigger language plpgsql as $$
begin
  insert into tally_entry (day, measure) values (district_day(new.done_at), 'RECHECK_' || new.outcome);
  return null;
end
$$;
create trigger recheck_counts after update on recheck
  for each row when (old.done_at is null and new.done_at is not null and new.kind = 'AFTER_REPLY' and new.done_by_role <> 'SYSTEM')
  execute function count_recheck();
create trigger recheck_that_is_done_counts after insert on recheck
  for each row when (new.done_at is not null and new.kind = 'AFTER_REPLY' and new.done_by_role <> 'SYSTEM')
  execute function count_recheck();
insert into tally (day, measure, number)
  select district_day(done_at), 'RECHECK_' || outcome, count(*) from recheck
  where done_at is not null and kind = 'AFTER_REPLY' and done_by_role <> 'SYSTEM' group by 1, 2;

-- The lists behind the figures, by the moments that bound them.
create index if not exists recheck_done_at on recheck (done_at, id) where done_at is not null;
create index if not exists inspection_started_at on inspection (started_at, id) where started_at is not null;
create index if not exists finding_reported_at on finding (reported_at, id);
