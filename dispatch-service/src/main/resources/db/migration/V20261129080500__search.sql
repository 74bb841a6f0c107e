-- Texts and serials are searched in one spelling; the functions are the kit's.
create extension if not exists pg_trgm;
create index if not exists order_item_search on order_item using gin (search_text(
  title || ' ' || problem_serial || ' ' || coalesce(order_serial, '') || ' ' || coalesce(responsible_person, '')
    || ' ' || coalesce(address, '')) gin_trgm_ops);
create index if not exists order_item_problem_serial_key on order_item (serial_key(problem_serial));
create index if not exists order_item_order_serial_key on order_item (serial_key(order_serial));
create index if not exists order_item_issued_at on order_item (issued_at, id);
create index if not exists supervision_order_serial_key on supervision_order (serial_key(serial));
