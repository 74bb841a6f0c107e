-- Which unit is above another: people of either judge nothing of the other's.
alter table unit add column parent_code text;
create index if not exists unit_parent_code on unit (parent_code) where parent_code is not null;
