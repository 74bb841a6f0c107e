-- A line leader's inspection is on one of its own work lines.

alter table inspection add column line_code text;
alter table inspection add check (line_code is null or tier = 'LINE');
