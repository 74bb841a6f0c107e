-- When the problem of an item was filed and when the item ended, so that what came in and what was closed within a period is
-- found without its history.
-- The release before this one names neither: what it files counts from then, what it ends has no moment.
alter table order_item add column filed_at timestamptz not null default now(), add column ended_at timestamptz;
update order_item item set
  filed_at = (select entry.at from item_history entry where entry.item_id = item.id order by entry.sequence limit 1),
  ended_at = case when item.status in ('WRITTEN_OFF', 'CANCELLED') then
    (select entry.at from item_history entry
     where entry.item_id = item.id and entry.from_status is distinct from entry.to_status and entry.to_status = item.status
     order by entry.sequence desc limit 1) end;
create index if not exists order_item_filed_at on order_item (filed_at, id);
create index if not exists order_item_ended_at on order_item (ended_at, id);
