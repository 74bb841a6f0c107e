-- Who is told what: rules, facts that wait to be told, notifications, and what leaves by other channels.

create table notification_rule (
  kind       text    primary key check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
  recipients text[]  not null,
  channels   text[]  not null check (channels <@ array['SMS', 'WECHAT']),
  position   integer not null
);

create table line_category (
  category_code text primary key check (length(category_code) between 1 and 64),
  line_code     text not null references work_line
);
create index line_category_line_code on line_category (line_code);

-- Rows are written in the transaction of the step and removed when it has been told, as those of the outbox.
create table waiting_fact (
  id              uuid        primary key,
  kind            text        not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
  item_id         uuid        not null references order_item deferrable initially deferred,
  sequence        integer     not null check (sequence >= 1),
  at              timestamptz not null,
  problem_serial  text        not null,
  order_serial    text,
  category_code   text,
  lead_unit_code  text,
  lead_unit_name  text,
  task_unit_code  text,
  task_unit_name  text,
  due_at          timestamptz,
  -- By the clock of the database: what is measured is how long nothing more has come, whichever replica wrote it.
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint waiting_fact_once unique nulls not distinct (item_id, sequence, kind, task_unit_code)
);
create index waiting_fact_kind on waiting_fact (kind, id);

create table notification (
  id              uuid        primary key,
  kind            text        not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
  fact_key        text        not null,
  recipient_role  text        not null,
  recipient_code  text        not null,
  count           integer     not null check (count >= 1),
  item_id         uuid        references order_item deferrable initially deferred,
  problem_serial  text,
  order_serial    text,
  unit_code       text,
  unit_name       text,
  due_at          timestamptz,
  list            text        not null,
  text            text        not null check (length(text) between 1 and 500),
  at              timestamptz not null,
  constraint notification_once unique (fact_key, recipient_role, recipient_code),
  constraint notification_of_one_names_its_item check ((count = 1) = (item_id is not null))
);
create index notification_recipient on notification (recipient_role, recipient_code, id);
create index notification_item_id on notification (item_id);
create index notification_at on notification (at);

create table notification_read (
  id              uuid        primary key,
  notification_id uuid        not null references notification on delete cascade,
  subject         text        not null,
  read_at         timestamptz not null,
  constraint notification_read_once unique (notification_id, subject)
);

create table webhook (
  id             uuid        primary key,
  url            text        not null check (length(url) between 8 and 2000),
  kinds          text[]      not null check (cardinality(kinds) >= 1),
  secret         bytea       not null,
  active         boolean     not null,
  closed_because text        check (closed_because in ('GONE')),
  created_at     timestamptz not null,
  version        bigint      not null,
  constraint webhook_closed_is_not_active check (closed_because is null or not active)
);

-- One message on its way to one address.
create table delivery (
  id              uuid        primary key,
  channel         text        not null check (channel in ('WEBHOOK', 'SMS', 'WECHAT')),
  address         text        not null,
  webhook_id      uuid        references webhook on delete cascade,
  message_key     text        not null,
  kind            text        not null,
  body            text        not null,
  status          text        not null check (status in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts        integer     not null check (attempts >= 0),
  next_attempt_at timestamptz,
  created_at      timestamptz not null,
  finished_at     timestamptz,
  constraint delivery_once unique (message_key, channel, address),
  constraint delivery_of_a_webhook check ((channel = 'WEBHOOK') = (webhook_id is not null)),
  constraint delivery_waits_for_its_next_attempt check ((status = 'WAITING') = (next_attempt_at is not null)),
  constraint delivery_ends_once check ((status = 'WAITING') = (finished_at is null))
);
create index delivery_webhook_id on delivery (webhook_id, id);
create index delivery_waiting on delivery (channel, address, next_attempt_at) where status = 'WAITING';
create index delivery_created_at on delivery (created_at);

create table delivery_attempt (
  id          uuid        primary key,
  delivery_id uuid        not null references delivery on delete cascade,
  number      integer     not null check (number >= 1),
  at          timestamptz not null,
  took_millis bigint      not null check (took_millis >= 0),
  outcome     text        not null,
  status_code integer,
  answer      text        check (length(answer) <= 500),
  constraint delivery_attempt_number unique (delivery_id, number)
);

-- What the stand-ins of the gateways would have sent. Numbers are masked before they are written.
create table recorded_message (
  id          uuid        primary key,
  delivery_id uuid        not null references delivery on delete cascade,
  channel     text        not null check (channel in ('SMS', 'WECHAT')),
  address     text        not null check (address !~ '[0-9]{7}'),
  text        text        not null,
  recorded_at timestamptz not null,
  constraint recorded_message_once unique (delivery_id)
);
