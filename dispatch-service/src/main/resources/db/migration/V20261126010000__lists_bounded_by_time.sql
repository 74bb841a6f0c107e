-- A list bounded by a moment is in the order of that moment, and goes on after a row by its id.
drop index supervision_order_issued_at;
create index supervision_order_issued_at on supervision_order (issued_at, id);
