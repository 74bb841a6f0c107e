-- An index of this had been given the name of the unique constraint, so that it was never made.
create index if not exists supervision_order_serial_spelling on supervision_order (serial_key(serial));
