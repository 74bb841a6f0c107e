-- A plan that another unit filed is not the plan of the unit that has the item now.
alter table order_item add column plans_before integer not null default 0 check (plans_before >= 0);
