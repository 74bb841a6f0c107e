-- Whose problem it is, lead and joint units together: of an OR of the two PostgreSQL cannot tell how few a unit may have.
alter table problem add column unit_codes varchar[] generated always as
  (array_remove(array_prepend(lead_unit_code::varchar, joint_unit_codes), null)) stored;
create index if not exists problem_unit_codes on problem using gin (unit_codes);
-- With the usual sample a unit with hardly any work is not seen, and PostgreSQL takes it for half as frequent as the rarest
-- unit that it has seen: it then reads the whole table backwards instead of this column's index.
alter table problem alter column unit_codes set statistics 1000;
