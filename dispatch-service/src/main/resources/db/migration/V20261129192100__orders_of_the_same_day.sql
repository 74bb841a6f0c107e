-- Which sources' problems have to be on an order the day they are filed, and what became of that.
create table same_day_rule (
  source_kind         text   primary key check (source_kind in
    ('CITIZEN', 'MEDIA_EXPOSURE', 'CITY_COVERT_CHECK', 'CITY_MEETING', 'WEEKLY_KEY_TASK', 'LEADER_ON_SITE',
     'SPECIAL_TEAM', 'INSPECTION_FINDING', 'RELAPSE')),
  warn_before_seconds bigint not null check (warn_before_seconds between 60 and 86400)
);

alter table order_item
  add column same_day_order_by     timestamptz,
  add column same_day_ordered_at   timestamptz,
  add column same_day_missed       boolean,
  add column same_day_attention_at timestamptz,
  add constraint same_day_is_whole check (
    (same_day_order_by is null) = (same_day_missed is null)
    and (same_day_order_by is not null or num_nonnulls(same_day_ordered_at, same_day_attention_at) = 0)),
  add constraint same_day_is_watched_until_it_is_missed check (same_day_attention_at is null or not same_day_missed);
create index if not exists order_item_same_day_attention_at on order_item (same_day_attention_at)
  where same_day_attention_at is not null;
create index if not exists order_item_same_day_missed on order_item (id) where same_day_missed;
