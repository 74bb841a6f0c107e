-- 一事一策: who does what about one item, when and for how much; every version stays.

create table item_plan (
  id                 uuid           primary key,
  item_id            uuid           not null references order_item,
  number             integer        not null check (number >= 1),
  situation          text           check (length(situation) between 1 and 2000),
  extent             text           check (length(extent) between 1 and 500),
  responsible_person text           not null check (length(responsible_person) between 1 and 50),
  planned_days       integer        not null check (planned_days between 1 and 1100),
  cost_amount        numeric(14, 2) not null check (cost_amount >= 0),
  cost_currency      text           not null check (cost_currency ~ '^[A-Z]{3}$'),
  fund_source        text           check (length(fund_source) between 1 and 200),
  risks              text           check (length(risks) between 1 and 2000),
  filed_at           timestamptz    not null,
  filed_by_role      text           not null,
  filed_by_unit      text           not null,
  filed_by_subject   text           not null,
  unique (item_id, number)
);

create table item_plan_step (
  plan_id            uuid    not null references item_plan,
  position           integer not null,
  text               text    not null check (length(text) between 1 and 500),
  first_day          date    not null,
  last_day           date    not null check (last_day >= first_day),
  responsible_person text    not null check (length(responsible_person) between 1 and 50),
  state              text    not null check (state in ('TO_DO', 'UNDER_WAY', 'DONE')),
  primary key (plan_id, position)
);
