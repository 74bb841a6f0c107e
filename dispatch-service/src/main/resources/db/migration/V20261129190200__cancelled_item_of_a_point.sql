-- A cancellation yields to a write-off that it crossed; then the item is there for its point again.
alter table campaign_point
  add column released_item_id uuid references order_item,
  add constraint campaign_point_remembers_another_item check (released_item_id <> item_id);
create index if not exists campaign_point_released_item_id on campaign_point (released_item_id);
