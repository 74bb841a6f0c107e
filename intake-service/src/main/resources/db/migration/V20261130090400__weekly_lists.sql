-- The problem list of each week (周问题清单, ADR 0050). The one that is not frozen is the list that runs: its rows are read off the
-- problems. A frozen one keeps its rows, and nothing of it changes.
create table weekly_list (
  monday    date        primary key check (extract(isodow from monday) = 1),
  frozen_at timestamptz,
  rows      integer     check (rows >= 0),
  carried   integer     check (carried >= 0),
  finished  integer     check (finished >= 0),
  entry_id  uuid,
  check (num_nulls(frozen_at, rows, carried, finished, entry_id) in (0, 5)),
  check (carried <= rows and finished <= rows)
);
-- One list runs. entry_id is the entry of the ledger that keeps the hash of the rows; it is written later in the same transaction.
create unique index weekly_list_runs on weekly_list ((frozen_at is null)) where frozen_at is null;

-- Lists begin with the week of the upgrade: how problems stood at the end of earlier ones nobody knows.
insert into weekly_list (monday) values (date_trunc('week', now() at time zone 'Asia/Shanghai')::date);

-- The list that runs, for who puts a problem on it or ends one. It stays the one until the end of the transaction: whoever freezes
-- it waits for those that are under way, and they wait for nobody but it. No row is locked for that, nor a foreign key looked up.
create function running_week() returns date language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('weekly-list'));
  return (select monday from weekly_list where frozen_at is null);
end
$$;

-- On which list a problem stood first, and on which with its end. Null for what was filed, or ended, before there were lists.
alter table problem add column listed_from date;
alter table problem alter column listed_from set default running_week();
alter table problem add column ended_in date;
create index if not exists problem_ended_in on problem (ended_in, id) where ended_in is not null;

-- What was filed after the end of a week whose list still waits to be frozen ends on a later one.
create function problem_ended() returns trigger language plpgsql as $$
begin
  new.ended_in := greatest(running_week(), date_trunc('week', new.filed_at at time zone 'Asia/Shanghai')::date);
  return new;
end
$$;
create trigger problem_ended before update on problem
  for each row when (old.status is distinct from new.status and new.status in ('WRITTEN_OFF', 'CANCELLED', 'MERGED'))
  execute function problem_ended();

-- The rows of the list that runs: what is open, and what has ended since it began. Each is found by an index, and what is told by
-- other tables is looked up for the rows that are shown alone. What was filed after its week, while it waits to be frozen, is not
-- on it; compared on the wall clock, or the index of filed_at would be read for nearly all there are.
create view running_list_row as
select
  p.id as problem_id,
  nullif(
    greatest(p.listed_from, date_trunc('week', p.filed_at at time zone 'Asia/Shanghai')::date),
    (select l.monday from weekly_list l where l.frozen_at is null)) as carried_from,
  p.serial,
  p.source_kind,
  (select c.channel_code from complaint c where c.problem_id = p.id order by c.id limit 1) as channel_code,
  (select h.name from complaint c join channel h on h.code = c.channel_code
    where c.problem_id = p.id order by c.id limit 1) as channel_name,
  p.subdistrict_code,
  (select s.name from subdistrict s where s.code = p.subdistrict_code) as subdistrict_name,
  p.community_code,
  (select s.name from community s where s.code = p.community_code) as community_name,
  p.address,
  p.description,
  p.category_code,
  (select c.name from category c where c.code = p.category_code) as category_name,
  p.lead_unit_code,
  p.lead_unit_name,
  case when p.lead_unit_code is not null then
    (select max(e.occurred_at) from ledger_entry e
      where e.problem_id = p.id and e.kind = 'dispatch.item-issued.v1') end as issued_at,
  p.due_at,
  p.status,
  p.suspended_at,
  p.replied_at,
  (select case e.kind when 'inspection.recheck-passed.v1' then 'PASSED' else e.content::jsonb ->> 'outcome' end
    from ledger_entry e
    where e.problem_id = p.id and e.kind in ('inspection.recheck-passed.v1', 'inspection.recheck-failed.v1')
    order by e.occurred_at desc, e.entry_number desc limit 1) as recheck_outcome,
  p.written_off_at,
  p.standing_demand
from problem p
where (p.status in ('OPEN', 'DISPATCHED', 'REPLIED', 'RECHECK_PENDING', 'REWORK', 'SUSPENDED')
    or p.ended_in = (select l.monday from weekly_list l where l.frozen_at is null))
  and (p.filed_at at time zone 'Asia/Shanghai') < (select (l.monday + 7)::timestamp from weekly_list l where l.frozen_at is null);

-- The rows of the frozen lists. No foreign key leads to the problem: to look it up would lock it against those that wait.
create table weekly_list_row (
  monday           date        not null references weekly_list,
  problem_id       uuid        not null,
  carried_from     date        check (carried_from < monday),
  serial           text        not null,
  source_kind      text        not null,
  channel_code     text,
  channel_name     text,
  subdistrict_code text,
  subdistrict_name text,
  community_code   text,
  community_name   text,
  address          text,
  description      text        not null,
  category_code    text        not null,
  category_name    text        not null,
  lead_unit_code   text,
  lead_unit_name   text,
  issued_at        timestamptz,
  due_at           timestamptz,
  status           text        not null,
  suspended_at     timestamptz,
  replied_at       timestamptz,
  recheck_outcome  text,
  written_off_at   timestamptz,
  standing_demand  text,
  primary key (monday, problem_id)
);

-- SHA-256 over the rows of a list by the ids of their problems, each as an array in JSON, a line for each. Moments are seconds, so
-- that the zone of a session changes nothing.
create function weekly_list_hash(which date) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(jsonb_build_array(
      problem_id, carried_from, serial, source_kind, channel_code, channel_name, subdistrict_code, subdistrict_name,
      community_code, community_name, address, description, category_code, category_name, lead_unit_code, lead_unit_name,
      extract(epoch from issued_at), extract(epoch from due_at), status, extract(epoch from suspended_at),
      extract(epoch from replied_at), recheck_outcome, extract(epoch from written_off_at), standing_demand)::text,
    E'\n' order by problem_id), ''), 'UTF8')), 'hex')
  from weekly_list_row where monday = which
$$;

create function weekly_list_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'weekly_list' then
    if old.frozen_at is null and new.monday = old.monday then
      return new;
    end if;
  end if;
  raise exception 'a frozen weekly list stays as it is';
end
$$;
create trigger weekly_list_stays before update or delete on weekly_list
  for each row execute function weekly_list_stays();
create trigger weekly_list_no_truncate before truncate on weekly_list
  for each statement execute function weekly_list_stays();
create trigger weekly_list_row_stays before update or delete on weekly_list_row
  for each row execute function weekly_list_stays();
create trigger weekly_list_row_no_truncate before truncate on weekly_list_row
  for each statement execute function weekly_list_stays();

create function weekly_list_row_belongs_to_the_list_that_runs() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct monday from added) a join weekly_list l using (monday) where l.frozen_at is not null) then
    raise exception 'a frozen weekly list stays as it is';
  end if;
  return null;
end
$$;
create trigger weekly_list_row_added after insert on weekly_list_row
  referencing new table as added for each statement execute function weekly_list_row_belongs_to_the_list_that_runs();
