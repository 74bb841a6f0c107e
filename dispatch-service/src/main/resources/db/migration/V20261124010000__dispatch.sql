-- What dispatch-service owns: units, rules, orders with their items, replies, and the history of every item.

create table unit (
  id          uuid    primary key,
  code        text    not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name        text    not null unique check (length(name) between 1 and 60),
  parent_code text    references unit (code) deferrable initially deferred check (parent_code <> code),
  phone       text    check (length(phone) <= 30),
  active      boolean not null,
  edited      boolean not null,
  version     bigint  not null
);
create index unit_parent_code on unit (parent_code);

-- One name leads to one unit, so the alias is the key.
create table unit_alias (
  alias   text primary key check (length(alias) between 1 and 60),
  unit_id uuid not null references unit
);
create index unit_alias_unit_id on unit_alias (unit_id);

create table work_line (
  code     text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name     text    not null,
  position integer not null unique
);

create table subdistrict (
  code text primary key check (code ~ '^[0-9]{9}$'),
  name text not null
);

create table routing_rule (
  id               uuid        primary key,
  category_code    text        not null check (category_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  subdistrict_code text        check (subdistrict_code ~ '^[0-9]{9}$'),
  lead_unit_code   text        not null references unit (code),
  valid_from       timestamptz not null,
  valid_to         timestamptz check (valid_to > valid_from),
  unique nulls not distinct (category_code, subdistrict_code, valid_from)
);
create index routing_rule_lead_unit_code on routing_rule (lead_unit_code);

create table routing_rule_joint_unit (
  rule_id   uuid    not null references routing_rule,
  position  integer not null,
  unit_code text    not null references unit (code),
  primary key (rule_id, position),
  unique (rule_id, unit_code)
);
create index routing_rule_joint_unit_code on routing_rule_joint_unit (unit_code);

create table sla_policy (
  id             uuid          primary key,
  deadline_class text          not null check (deadline_class in ('GENERAL', 'FACILITY', 'EMERGENCY')),
  number         integer       not null check (number >= 1),
  limit_seconds  bigint        not null check (limit_seconds between 60 and 31536000),
  warn_at        numeric(3, 2) not null check (warn_at > 0 and warn_at < 1),
  rework_share   numeric(3, 2) not null check (rework_share > 0 and rework_share <= 1),
  valid_from     timestamptz   not null,
  unique (deadline_class, number),
  unique (deadline_class, valid_from)
);

-- Serial numbers have no gaps: the row stays locked until the order that took its number is committed.
create table order_serial (
  year integer primary key,
  last integer not null check (last >= 0)
);

create table supervision_order (
  id             uuid        primary key,
  serial         text        not null unique,
  kind           text        not null check (kind in ('ROUTINE', 'SPECIAL', 'BULLETIN')),
  basis          text        check (length(basis) <= 300),
  urgency        text        not null check (urgency in ('NORMAL', 'URGENT')),
  lead_unit_code text        not null references unit (code),
  lead_unit_name text        not null,
  issued_at      timestamptz not null,
  issued_by      text        not null,
  version        bigint      not null
);
create index supervision_order_lead_unit_code on supervision_order (lead_unit_code, id);
create index supervision_order_issued_at on supervision_order (issued_at);

create table order_item (
  id                 uuid             primary key,
  problem_id         uuid             not null,
  problem_serial     text             not null,
  finding_id         uuid,
  title              text             not null,
  description        text             not null,
  source_kind        text             not null,
  category_code      text,
  address            text,
  subdistrict_code   text,
  community_code     text,
  longitude          double precision,
  latitude           double precision,
  order_id           uuid             references supervision_order deferrable initially deferred,
  order_serial       text,
  status             text             not null check (status in
    ('UNASSIGNED', 'ISSUED', 'ACKNOWLEDGED', 'REPLIED', 'RECHECK_PENDING', 'REWORK', 'WRITTEN_OFF', 'CANCELLED')),
  unassigned_reason  text             check (unassigned_reason in
    ('NO_ROUTING_RULE', 'UNIT_INACTIVE', 'NO_LIMIT_FOR_CLASS')),
  lead_unit_code     text             references unit (code),
  lead_unit_name     text,
  responsible_person text             check (length(responsible_person) <= 50),
  demand             text             check (length(demand) <= 2000),
  deadline_class     text             not null check (deadline_class in ('GENERAL', 'FACILITY', 'PLANNED', 'EMERGENCY')),
  issued_at          timestamptz,
  limit_started_at   timestamptz,
  warn_at            timestamptz,
  due_at             timestamptz,
  rule_version       text,
  clock_stopped_at   timestamptz,
  next_attention_at  timestamptz,
  warned             boolean          not null,
  marked_overdue     boolean          not null,
  rework_count       integer          not null check (rework_count >= 0),
  standing_demand    text             check (length(standing_demand) <= 2000),
  sequence           integer          not null check (sequence >= 1),
  version            bigint           not null,
  check (limit_started_at < due_at and warn_at between limit_started_at and due_at),
  check ((order_id is null) = (due_at is null) and (order_id is null) = (lead_unit_code is null)),
  check (status <> 'UNASSIGNED' or order_id is null and unassigned_reason is not null),
  check (next_attention_at is null or status in ('ISSUED', 'ACKNOWLEDGED', 'REWORK') and clock_stopped_at is null)
);

-- One open item per problem, whatever the events say.
create unique index order_item_open_problem on order_item (problem_id) where status not in ('WRITTEN_OFF', 'CANCELLED');
create index order_item_problem_id on order_item (problem_id);
create index order_item_order_id on order_item (order_id);
create index order_item_lead_unit_code on order_item (lead_unit_code, id);
create index order_item_status on order_item (status, id);
create index order_item_subdistrict_code on order_item (subdistrict_code, id);
create index order_item_category_code on order_item (category_code, id);
create index order_item_due_at on order_item (due_at, id);
-- The timers read only what is due; the overdue lists only what runs late or was late.
create index order_item_next_attention_at on order_item (next_attention_at) where next_attention_at is not null;
create index order_item_running on order_item (due_at) where clock_stopped_at is null;
create index order_item_stopped_late on order_item (id) where clock_stopped_at > due_at;

create table item_joint_unit (
  item_id   uuid    not null references order_item deferrable initially deferred,
  position  integer not null,
  unit_code text    not null references unit (code),
  unit_name text    not null,
  primary key (item_id, position),
  unique (item_id, unit_code)
);
create index item_joint_unit_unit_code on item_joint_unit (unit_code, item_id);

create table item_history (
  id              uuid        primary key,
  item_id         uuid        not null references order_item deferrable initially deferred,
  sequence        integer     not null check (sequence >= 1),
  at              timestamptz not null,
  action          text        not null,
  from_status     text,
  to_status       text        not null,
  actor_role      text        not null,
  actor_unit_code text,
  actor_subject   text        not null,
  reason          text        check (length(reason) <= 2000),
  round           integer     not null,
  due_at          timestamptz,
  rule_version    text,
  unique (item_id, sequence)
);

create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'the history of an item is only ever added to'; end $$;
create trigger item_history_append_only before update or delete on item_history
  for each row execute function refuse_change();

create table reply (
  id                 uuid        primary key,
  item_id            uuid        not null references order_item,
  kind               text        not null check (kind in ('INTERIM', 'FINAL')),
  round              integer     not null check (round >= 0),
  cause              text        check (length(cause) <= 2000),
  measures           text        check (length(measures) <= 4000),
  result_summary     text        check (length(result_summary) <= 2000),
  attachment_ids     uuid[]      not null,
  spent_amount       numeric(14, 2) check (spent_amount >= 0),
  spent_currency     text        check ((spent_currency is null) = (spent_amount is null)),
  replied_at         timestamptz not null,
  replied_by_role    text        not null,
  replied_by_unit    text,
  replied_by_subject text        not null,
  on_time            boolean     not null,
  decision           text        check (decision in ('ACCEPTED', 'ACCEPTED_WITH_STANDING_DEMAND', 'RETURNED')),
  opinion            text        check (length(opinion) <= 2000),
  standing_demand    text        check (length(standing_demand) <= 2000),
  reviewed_at        timestamptz,
  reviewed_by        text,
  version            bigint      not null,
  check ((decision is null) = (reviewed_at is null) and (decision is null) = (reviewed_by is null)),
  check (decision is null or kind = 'FINAL'),
  check ((decision = 'ACCEPTED_WITH_STANDING_DEMAND') is not true or standing_demand is not null),
  check ((decision = 'RETURNED') is not true or opinion is not null)
);
create index reply_item_id on reply (item_id, id);

create table reply_outcome (
  reply_id  uuid           not null references reply,
  position  integer        not null,
  measure   text           not null check (length(measure) between 1 and 100),
  quantity  numeric(14, 3) not null check (quantity >= 0),
  unit      text           not null,
  qualifier text           not null check (qualifier in ('EXACT', 'AT_LEAST')),
  primary key (reply_id, position)
);
