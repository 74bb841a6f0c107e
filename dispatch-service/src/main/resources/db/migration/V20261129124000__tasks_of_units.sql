-- The shares of units that help with an item. What is on an order already has none: its joint units owe a reply from
-- the next order or round on, and are not late for what nobody told them.

create table item_task (
  id                 uuid        primary key,
  item_id            uuid        not null references order_item deferrable initially deferred,
  order_id           uuid        not null references supervision_order deferrable initially deferred,
  round              integer     not null check (round >= 0),
  unit_code          text        not null references unit (code),
  unit_name          text        not null,
  role               text        not null check (role in ('JOINT', 'EXTERNAL')),
  status             text        not null check (status in ('OPEN', 'REPLIED', 'WAIVED', 'CLOSED')),
  held_from          timestamptz not null,
  warn_at            timestamptz not null,
  due_at             timestamptz not null check (warn_at <= due_at),
  stopped_at         timestamptz,
  next_attention_at  timestamptz,
  warned             boolean     not null,
  marked_overdue     boolean     not null,
  cause              text        check (length(cause) <= 2000),
  measures           text        check (length(measures) between 1 and 4000),
  result_summary     text        check (length(result_summary) between 1 and 2000),
  attachment_ids     uuid[],
  replied_at         timestamptz,
  replied_by_role    text,
  replied_by_unit    text,
  replied_by_subject text,
  on_time            boolean,
  waiver_reason      text        check (length(waiver_reason) between 1 and 1000),
  waived_at          timestamptz,
  waived_by_role     text,
  waived_by_unit     text,
  waived_by_subject  text,
  version            bigint      not null,
  constraint item_task_one_of_a_unit unique (item_id, order_id, round, unit_code),
  constraint item_task_reply_is_whole check (num_nonnulls(measures, result_summary, attachment_ids, replied_at,
    replied_by_role, replied_by_unit, replied_by_subject, on_time) = case when status = 'REPLIED' then 8 else 0 end),
  constraint item_task_waiver_is_whole check (num_nonnulls(waiver_reason, waived_at, waived_by_role, waived_by_subject)
    = case when status = 'WAIVED' then 4 else 0 end),
  constraint item_task_clock_stands_at_the_end check (status = 'OPEN' or stopped_at is not null),
  constraint item_task_watched_while_its_clock_runs check (
    next_attention_at is null or status = 'OPEN' and stopped_at is null)
);
create index item_task_order_id on item_task (order_id);
create index item_task_unit_code on item_task (unit_code, item_id);
create index item_task_open on item_task (item_id) where status = 'OPEN';
create index item_task_next_attention_at on item_task (next_attention_at) where next_attention_at is not null;
