-- Replies of units that help tell the same as those of the lead unit: steps with doer and time, the sub-unit that did the
-- work, outcomes, photos from before and after.

alter table item_task
  add column sub_unit_code    text references unit (code),
  add column sub_unit_name    text,
  add column before_photo_ids uuid[],
  add column after_photo_ids  uuid[];
update item_task set before_photo_ids = '{}', after_photo_ids = '{}' where status = 'REPLIED';
alter table item_task
  drop constraint item_task_reply_is_whole,
  add constraint item_task_reply_is_whole check (num_nonnulls(result_summary, attachment_ids, before_photo_ids,
    after_photo_ids, replied_at, replied_by_role, replied_by_unit, replied_by_subject, on_time)
    = case when status = 'REPLIED' then 9 else 0 end),
  add constraint item_task_work_belongs_to_a_reply check (status = 'REPLIED' or num_nonnulls(measures, sub_unit_code) = 0),
  add constraint item_task_sub_unit_is_whole check ((sub_unit_code is null) = (sub_unit_name is null)),
  add constraint item_task_photos_are_attached check (attachment_ids @> before_photo_ids
    and attachment_ids @> after_photo_ids and not before_photo_ids && after_photo_ids);
create index if not exists item_task_sub_unit_code on item_task (sub_unit_code) where sub_unit_code is not null;

create table item_task_step (
  task_id  uuid        not null references item_task,
  position integer     not null,
  text     text        not null check (length(text) between 1 and 500),
  done_by  text        not null check (length(done_by) between 1 and 60),
  done_at  timestamptz not null,
  primary key (task_id, position)
);

create table item_task_outcome (
  task_id   uuid           not null references item_task,
  position  integer        not null,
  measure   text           not null check (length(measure) between 1 and 100),
  quantity  numeric(14, 3) not null check (quantity >= 0),
  unit      text           not null,
  qualifier text           not null check (qualifier in ('EXACT', 'AT_LEAST')),
  primary key (task_id, position)
);
