-- Whose item it is, lead and joint units together: a condition over two tables joined with OR has no index.
alter table order_item add column unit_codes varchar[] not null default '{}';
update order_item item set unit_codes = array(
    select item.lead_unit_code union all
    select * from (select unit_code from item_joint_unit where item_id = item.id order by position) joint)
  where item.lead_unit_code is not null;
alter table order_item add constraint order_item_unit_codes_begin_with_the_lead
  check (lead_unit_code is null or unit_codes[1] = lead_unit_code);
create index if not exists order_item_unit_codes on order_item using gin (unit_codes);
