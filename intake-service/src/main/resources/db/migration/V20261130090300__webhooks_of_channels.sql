-- Addresses of a channel's own system, which is told what became of the complaints that it sent.
create table webhook (
  id            uuid        primary key,
  channel_code  text        not null references channel,
  url           text        not null check (length(url) between 8 and 2000),
  events        text[]      not null check (cardinality(events) >= 1),
  secret        bytea       not null,
  former_secret bytea,
  former_until  timestamptz,
  active        boolean     not null,
  closed_because text       check (closed_because in ('GONE')),
  created_at    timestamptz not null,
  version       bigint      not null,
  constraint webhook_closed_is_not_active check (closed_because is null or not active),
  constraint webhook_former_secret_ends check ((former_secret is null) = (former_until is null))
);
create index webhook_channel_code on webhook (channel_code, id);

-- One call on its way to one webhook. The body is made of the row with each attempt, always the same.
create table delivery (
  id              uuid        primary key,
  channel         text        not null references channel,
  address         text        not null,
  webhook_id      uuid        not null references webhook on delete cascade,
  message_key     text        not null,
  kind            text        not null check (kind in ('PING', 'COMPLAINT_FILED', 'COMPLAINT_MERGED',
    'COMPLAINT_HANDED_OVER', 'COMPLAINT_REJECTED', 'COMPLAINT_WITHDRAWN', 'PROBLEM_DISPATCHED',
    'PROBLEM_REPLIED', 'PROBLEM_REWORK', 'PROBLEM_WRITTEN_OFF', 'PROBLEM_CANCELLED')),
  complaint_id    uuid        references complaint,
  occurred_at     timestamptz not null,
  problem_serial  text,
  due_at          timestamptz,
  note            text,
  status          text        not null check (status in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts        integer     not null check (attempts >= 0),
  next_attempt_at timestamptz,
  leased_until    timestamptz,
  created_at      timestamptz not null,
  finished_at     timestamptz,
  constraint delivery_once unique (message_key, channel, address),
  constraint delivery_of_a_complaint check ((kind = 'PING') = (complaint_id is null)),
  constraint delivery_waits_for_its_next_attempt check ((status = 'WAITING') = (next_attempt_at is not null)),
  constraint delivery_is_leased_while_it_waits check (leased_until is null or status = 'WAITING'),
  constraint delivery_ends_once check ((status = 'WAITING') = (finished_at is null))
);
create index delivery_channel on delivery (channel, id);
create index delivery_webhook_id on delivery (webhook_id, id);
create index delivery_complaint_id on delivery (complaint_id);
create index delivery_waiting_at on delivery (channel, address, id) where status = 'WAITING';
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
