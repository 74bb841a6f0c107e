-- In which transaction a step was written: the order in which readers of a stream are told of steps. Older steps have none and
-- are told to nobody.
alter table item_history add column written_in xid8;
alter table item_history alter column written_in set default pg_current_xact_id();
create index if not exists item_history_written_in on item_history (written_in, id) where written_in is not null;
