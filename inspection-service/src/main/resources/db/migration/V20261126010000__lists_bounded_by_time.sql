-- A list bounded by a moment is in the order of that moment, and goes on after a row by its id.
create index if not exists write_off_written_off_at_id on write_off (written_off_at, id);
drop index if exists write_off_written_off_at;
