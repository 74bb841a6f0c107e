-- A list bounded by a moment is in the order of that moment, and goes on after a row by its id.
create index if not exists supervision_order_issued_at_id on supervision_order (issued_at, id);
drop index if exists supervision_order_issued_at;
