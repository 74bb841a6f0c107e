-- In which transaction inspections and mock evaluations last came to the state they are in, as of re-checks. What does not change any
-- more after the upgrade is told to nobody.
create function record_is_written() returns trigger language plpgsql as $$
begin
  new.written_in := pg_current_xact_id();
  new.written_at := now();
  return new;
end
$$;

alter table inspection add column written_in xid8;
alter table inspection alter column written_in set default pg_current_xact_id();
alter table inspection add column written_at timestamptz;
alter table inspection alter column written_at set default now();
create index if not exists inspection_written_in on inspection (written_in, id) where written_in is not null;
create trigger inspection_written before update on inspection
  for each row when (old.status is distinct from new.status or old.planned_for is distinct from new.planned_for)
  execute function record_is_written();

alter table mock_evaluation add column written_in xid8;
alter table mock_evaluation alter column written_in set default pg_current_xact_id();
alter table mock_evaluation add column written_at timestamptz;
alter table mock_evaluation alter column written_at set default now();
create index if not exists mock_evaluation_written_in on mock_evaluation (written_in, id) where written_in is not null;
create trigger mock_evaluation_written before update on mock_evaluation
  for each row when (old.status is distinct from new.status) execute function record_is_written();

-- An observation is never written again, but for the finding that it leads to.
alter table observation add column written_in xid8;
alter table observation alter column written_in set default pg_current_xact_id();
create index if not exists observation_written_in on observation (written_in, id) where written_in is not null;
