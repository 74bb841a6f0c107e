-- How long a unit has held its task is counted by the policy that made the limit, as it is for the lead unit.
alter table item_task add column rule_version text;

update item_task task set rule_version = (
  select entry.rule_version from item_history entry
  where entry.item_id = task.item_id and entry.round = task.round and entry.rule_version is not null
    and entry.at <= coalesce(task.stopped_at, entry.at)
  order by entry.sequence desc limit 1);
