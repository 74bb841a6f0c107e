-- What an item was ordered for has a plan that names person and cost as well [brief]. Not checked for
-- points where work has begun without.
alter table campaign_point add constraint campaign_point_complete_plan_before_work
  check (item_id is null or responsible_person is not null and cost_amount is not null) not valid;
