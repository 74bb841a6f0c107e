-- With the usual sample a unit with hardly any work is not seen, and PostgreSQL takes it for half as frequent as the rarest
-- unit that it has seen: it then reads the whole table backwards instead of this column's index.
alter table order_item alter column unit_codes set statistics 1000;
