-- What intake-service owns: reference data, complaints, problems and the ledger.

create table category (
  code             text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name             text    not null,
  english_name     text    not null,
  deadline_class   text    not null check (deadline_class in ('GENERAL', 'FACILITY', 'PLANNED', 'EMERGENCY')),
  automatic_filing boolean not null,
  keywords         text[]  not null,
  active           boolean not null
);

create table channel (
  code         text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name         text    not null,
  english_name text    not null,
  public       boolean not null,
  top_down     boolean not null,
  active       boolean not null
);

create table channel_key (
  id           uuid        primary key,
  channel_code text        not null references channel,
  holder       text        not null,
  key_hash     bytea       not null unique,
  created_at   timestamptz not null,
  revoked_at   timestamptz
);
create index channel_key_channel_code on channel_key (channel_code);

create table subdistrict (
  code text primary key check (code ~ '^[0-9]{9}$'),
  name text not null
);

create table community (
  code             text primary key check (code ~ '^[0-9]{12}$'),
  subdistrict_code text not null references subdistrict,
  name             text not null
);
create index community_subdistrict_code on community (subdistrict_code);

create sequence complaint_serial;
create sequence problem_serial;

create table problem (
  id                    uuid             primary key,
  serial                text             not null unique,
  title                 text             not null,
  description           text             not null,
  category_code         text             not null references category,
  deadline_class        text             not null,
  source_kind           text             not null,
  finding_id            uuid             unique,
  address               text,
  subdistrict_code      text             references subdistrict,
  community_code        text             references community,
  longitude             double precision,
  latitude              double precision,
  filed_at              timestamptz      not null,
  status                text             not null check (status in
                          ('OPEN', 'DISPATCHED', 'REPLIED', 'RECHECK_PENDING', 'REWORK', 'WRITTEN_OFF', 'CANCELLED')),
  item_sequence         integer          not null,
  order_item_id         uuid,
  order_id              uuid,
  order_serial          text,
  lead_unit_code        text,
  lead_unit_name        text,
  joint_unit_codes      varchar[]        not null,
  unassigned_reason     text,
  due_at                timestamptz,
  replied_at            timestamptz,
  rework_count          integer          not null,
  standing_demand       text,
  written_off_at        timestamptz,
  version               bigint           not null,
  check ((longitude is null) = (latitude is null)),
  check ((status = 'WRITTEN_OFF') = (written_off_at is not null))
);
create index problem_status on problem (status, id);
create index problem_category_code on problem (category_code, id);
create index problem_subdistrict_code on problem (subdistrict_code, id);
create index problem_community_code on problem (community_code);
create index problem_lead_unit_code on problem (lead_unit_code, id);
create index problem_due_at on problem (due_at, id);

create table complaint (
  id                  uuid             primary key,
  serial              text             not null unique,
  tracking_code       text             not null unique,
  channel_code        text             not null references channel,
  source_kind         text             not null,
  source_ref          text,
  subject             text,
  text                text             not null check (char_length(text) between 1 and 4000),
  category_code       text             not null references category,
  category_suggested  boolean          not null,
  category_confidence double precision not null check (category_confidence between 0 and 1),
  occurred_at         timestamptz,
  received_at         timestamptz      not null,
  status              text             not null check (status in
                        ('RECEIVED', 'FILED', 'MERGED', 'REJECTED', 'WITHDRAWN')),
  problem_id          uuid             references problem,
  rejection_reason    text,
  address             text,
  subdistrict_code    text             references subdistrict,
  community_code      text             references community,
  grid_code           text,
  longitude           double precision,
  latitude            double precision,
  sent_longitude      double precision,
  sent_latitude       double precision,
  sent_crs            text,
  reporter_name       bytea,
  reporter_phone      bytea,
  reporter_phone_hash bytea,
  anonymous           boolean          not null,
  confidential        boolean          not null,
  wants_callback      boolean          not null,
  version             bigint           not null,
  check ((status in ('FILED', 'MERGED')) = (problem_id is not null)),
  check ((status = 'REJECTED') = (rejection_reason is not null)),
  check (not anonymous or (reporter_name is null and reporter_phone is null))
);
create unique index complaint_source_ref on complaint (channel_code, source_ref) where source_ref is not null;
create index complaint_problem_id on complaint (problem_id);
create index complaint_status on complaint (status, id);
create index complaint_channel_code on complaint (channel_code, id);
create index complaint_category_code on complaint (category_code, id);
create index complaint_subdistrict_code on complaint (subdistrict_code, id);
create index complaint_community_code on complaint (community_code);
create index complaint_reporter_phone_hash on complaint (reporter_phone_hash) where reporter_phone_hash is not null;

-- The ledger: written in the transaction of what it tells, numbered and chained by the sealer within a second.
create table ledger_entry (
  id              uuid        primary key,
  entry_number    bigint      generated always as identity,
  kind            text        not null,
  problem_id      uuid,
  complaint_id    uuid,
  occurred_at     timestamptz not null,
  recorded_at     timestamptz not null,
  actor_role      text        not null,
  actor_unit      text,
  actor_subject   text        not null,
  content         text        not null,
  sequence        bigint      unique,
  previous_hash   bytea,
  hash            bytea,
  check ((sequence is null) = (hash is null) and (sequence is null) = (previous_hash is null))
);
create index ledger_entry_unsealed on ledger_entry (entry_number) where sequence is null;
create index ledger_entry_problem_id on ledger_entry (problem_id, entry_number);
create index ledger_entry_complaint_id on ledger_entry (complaint_id, entry_number);

-- Head of the chain; its one row is also the lock by which one sealer at a time is elected.
create table ledger_head (
  only_row  boolean     primary key default true check (only_row),
  sequence  bigint      not null,
  hash      bytea       not null,
  sealed_at timestamptz not null
);
insert into ledger_head (sequence, hash, sealed_at) values (0, decode(repeat('00', 32), 'hex'), now());

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.sequence is null
     and (new.id, new.kind, new.occurred_at, new.recorded_at, new.actor_role, new.actor_subject, new.content)
       = (old.id, old.kind, old.occurred_at, old.recorded_at, old.actor_role, old.actor_subject, old.content)
     and new.problem_id is not distinct from old.problem_id
     and new.complaint_id is not distinct from old.complaint_id
     and new.actor_unit is not distinct from old.actor_unit then
    return new;
  end if;
  raise exception 'the ledger is append-only';
end
$$;
create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function ledger_is_append_only();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
  for each statement execute function ledger_is_append_only();

-- Chinese text search needs a character type that knows Chinese; pg_trgm returns nothing under LC_CTYPE C.
create extension if not exists pg_trgm;
create index complaint_text_trigrams on complaint using gin ((coalesce(subject, '') || ' ' || text) gin_trgm_ops);
create index problem_text_trigrams on problem using gin ((title || ' ' || description) gin_trgm_ops);
