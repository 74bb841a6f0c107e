-- In which transaction a problem last came to the state it is in: the order in which readers of a stream are told. What does not
-- change any more after the upgrade is told to nobody.
alter table problem add column written_in xid8;
alter table problem alter column written_in set default pg_current_xact_id();
alter table problem add column written_at timestamptz;
alter table problem alter column written_at set default now();
create index if not exists problem_written_in on problem (written_in, id) where written_in is not null;

create function problem_is_written() returns trigger language plpgsql as $$
begin
  new.written_in := pg_current_xact_id();
  new.written_at := now();
  return new;
end
$$;
create trigger problem_written before update on problem
  for each row when (old.status is distinct from new.status or old.due_at is distinct from new.due_at) execute function problem_is_written();
