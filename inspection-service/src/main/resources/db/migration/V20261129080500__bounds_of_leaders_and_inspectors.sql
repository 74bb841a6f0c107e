-- A line leader's inspection is on one of its own work lines.

alter table inspection add column line_code text;
alter table inspection add check (line_code is null or tier = 'LINE');

-- An inspector whose unit nobody knows could be of any involved one. Lines written before this rule stay as they are.
alter table recheck add check (done_by_role is distinct from 'INSPECTOR' or done_by_unit_code is not null) not valid;
