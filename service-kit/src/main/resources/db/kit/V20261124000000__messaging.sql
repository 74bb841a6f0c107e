-- Tables of the mechanism every service has: announced events, applied events, dead letters, answers by request key.

create table outbox (
  id                 bigint generated always as identity primary key,
  event_id           uuid        not null,
  type               text        not null,
  topic              text        not null,
  event_key          text,
  occurred_at        timestamptz not null,
  payload            bytea       not null,
  dead_letter_reason text
);

create table inbox (
  event_id    uuid        primary key,
  received_at timestamptz not null
);
create index inbox_received_at on inbox (received_at);

create table dead_letter (
  id               uuid        primary key,
  topic            text        not null,
  partition_number integer     not null,
  record_offset    bigint      not null,
  event_key        text,
  event_id         uuid,
  type             text,
  reason           text        not null,
  parked_at        timestamptz not null,
  payload          bytea       not null,
  unique (topic, partition_number, record_offset)
);
create index dead_letter_key on dead_letter (event_key);

create table stored_answer (
  caller      text        not null,
  request_key text        not null,
  fingerprint text        not null,
  status      integer     not null,
  location    text,
  etag        text,
  body        text,
  answered_at timestamptz not null,
  primary key (caller, request_key)
);
create index stored_answer_answered_at on stored_answer (answered_at);
