-- What a source from above has said where (督办依据). Null where nothing was said, and always for what citizens tell.
-- The checks are added without looking at the rows there are, whose columns are all null, so that a large table is not read for them.
alter table complaint
  add column source_reference    varchar(100),
  add column source_title        varchar(200),
  add column source_held_on      date,
  add column source_outlet       varchar(100),
  add column source_published_on date,
  add column source_link         varchar(500),
  add column source_week         varchar(8),
  add column source_due_on       date;

alter table complaint
  add constraint source_link_is_web check (source_link ~ '^https?://') not valid,
  add constraint source_week_is_iso check (source_week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$') not valid,
  add constraint source_of_media check (
    coalesce(source_outlet, source_link) is null and source_published_on is null
    or source_kind = 'MEDIA_EXPOSURE' and source_outlet is not null and source_published_on is not null) not valid,
  add constraint source_of_key_task check (
    source_week is null and source_due_on is null
    or source_kind = 'WEEKLY_KEY_TASK' and source_week is not null and source_due_on is not null and source_title is not null) not valid,
  add constraint source_held check (
    source_held_on is null or source_kind in ('CITY_COVERT_CHECK', 'CITY_MEETING', 'LEADER_ON_SITE')) not valid,
  add constraint source_from_above check (
    coalesce(source_reference, source_title) is null
    or source_kind in ('MEDIA_EXPOSURE', 'CITY_COVERT_CHECK', 'CITY_MEETING', 'WEEKLY_KEY_TASK', 'LEADER_ON_SITE')) not valid;

-- The list of key tasks, newest first, and that of a week. They are few among all complaints.
create index if not exists complaint_key_task on complaint (id) where source_kind = 'WEEKLY_KEY_TASK';
create index if not exists complaint_key_task_of_week on complaint (source_week, id) where source_kind = 'WEEKLY_KEY_TASK';
