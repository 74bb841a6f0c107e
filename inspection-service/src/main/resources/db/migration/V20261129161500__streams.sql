-- In which transaction a re-check last came to the state it is in: the order in which readers of a stream are told. What does not
-- change any more after the upgrade is told to nobody.
alter table recheck add column written_in xid8;
alter table recheck alter column written_in set default pg_current_xact_id();
alter table recheck add column written_at timestamptz;
alter table recheck alter column written_at set default now();
create index if not exists recheck_written_in on recheck (written_in, id) where written_in is not null;

create function recheck_is_written() returns trigger language plpgsql as $$
begin
  new.written_in := pg_current_xact_id();
  new.written_at := now();
  return new;
end
$$;
create trigger recheck_written before update on recheck
  for each row when (old.status is distinct from new.status or old.due_at is distinct from new.due_at) execute function recheck_is_written();
