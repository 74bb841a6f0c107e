-- What no rule gives to a unit waits at the fallback unit, against a limit for its assignment.
alter table unit add column fallback boolean not null default false;
-- Looked at when the transaction ends: the mark may move from one unit to another.
alter table unit add constraint unit_one_fallback
  exclude using btree (fallback with =) where (fallback) deferrable initially deferred;

alter table sla_policy add column kind text not null default 'RECTIFICATION' check (kind in ('RECTIFICATION', 'ASSIGNMENT'));
alter table sla_policy alter column kind drop default;
alter table sla_policy alter column rework_share drop not null;
alter table sla_policy add check ((kind = 'ASSIGNMENT') = (rework_share is null));
alter table sla_policy drop constraint sla_policy_deadline_class_check;
alter table sla_policy add constraint sla_policy_deadline_class_check check (deadline_class in
  ('GENERAL', 'FACILITY', 'EMERGENCY') or deadline_class = 'PLANNED' and kind = 'ASSIGNMENT');
alter table sla_policy drop constraint sla_policy_deadline_class_number_key;
alter table sla_policy drop constraint sla_policy_deadline_class_valid_from_key;
alter table sla_policy add unique (kind, deadline_class, number);
alter table sla_policy add unique (kind, deadline_class, valid_from);

-- An item on no order may have the limit of its assignment, and the timer looks at it.
alter table order_item drop constraint order_item_check1;
alter table order_item add constraint order_item_on_an_order
  check ((order_id is null) = (lead_unit_code is null) and (order_id is null or due_at is not null));
alter table order_item drop constraint order_item_check3;
alter table order_item add constraint order_item_watched_while_its_clock_runs
  check (next_attention_at is null or status in ('UNASSIGNED', 'ISSUED', 'ACKNOWLEDGED', 'REWORK') and clock_stopped_at is null);
-- What waits already gets its limit from now on: the timer comes by at once and gives it.
update order_item set next_attention_at = now() where status = 'UNASSIGNED';
