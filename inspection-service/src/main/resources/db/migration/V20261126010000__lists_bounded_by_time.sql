-- A list bounded by a moment is in the order of that moment, and goes on after a row by its id.
drop index write_off_written_off_at;
create index write_off_written_off_at on write_off (written_off_at, id);
