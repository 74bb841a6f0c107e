-- Rule sets are made as copies of the active one, and take its place once.

alter table routing_rule_set
  add column title              text        check (length(title) between 1 and 200),
  add column based_on_id        uuid        references routing_rule_set,
  add column based_on_rules     integer     not null default 0 check (based_on_rules >= 0),
  add column created_at         timestamptz not null default '2000-01-01T00:00:00Z',
  add column created_by_role    text,
  add column created_by_unit    text,
  add column created_by_subject text,
  add column version            bigint      not null default 0,
  add constraint routing_rule_set_made_by_somebody check (number = 1
    or title is not null and based_on_id is not null and created_by_subject is not null),
  add constraint routing_rule_set_ends_after_it_began check (active_to is null or active_from is not null);
alter table routing_rule_set
  alter column based_on_rules drop default,
  alter column created_at drop default,
  alter column version drop default;
create index if not exists routing_rule_set_based_on_id on routing_rule_set (based_on_id);
