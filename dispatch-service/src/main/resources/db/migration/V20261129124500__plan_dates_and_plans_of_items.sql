-- A meeting may give a complex item a date of its own, or submit it to the leading group; a unit plans what has a date of its own.

alter table order_item
  add column original_due_at timestamptz,
  add column plan_version    integer not null default 0 check (plan_version >= 0),
  drop constraint order_item_difficulty_check,
  add constraint order_item_difficulty_check check (difficulty in ('D1_TEAM_COORDINATION', 'D2_LEADING_GROUP')),
  add constraint order_item_original_limit_of_a_complex_item check (original_due_at is null or difficulty is not null);
alter table order_item alter column plan_version drop default;
