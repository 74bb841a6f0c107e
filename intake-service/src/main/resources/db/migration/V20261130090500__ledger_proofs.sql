-- The ledger's days: where each ends, the tree of its entries and the signature over both. An entry belongs to the day, in the
-- district's time, on which it was sealed.
alter table ledger_head add column open_day date not null default ((now() at time zone 'Asia/Shanghai')::date);
alter table ledger_head alter column open_day drop default;

-- Public keys, for as long as there are heads that they signed.
create table ledger_key (
  id         text        primary key check (id ~ '^[0-9a-f]{16}$'),
  algorithm  text        not null check (algorithm = 'Ed25519'),
  public_key bytea       not null unique,
  since      timestamptz not null
);

-- Written when the day has ended, together with the chain's head; signed some seconds later; never changed after that.
create table ledger_day (
  id        uuid        primary key,
  day       date        not null unique,
  sequence  bigint      not null check (sequence >= 0),
  hash      bytea       not null check (length(hash) = 32),
  root      bytea       check (length(root) = 32),
  key_id    text        references ledger_key,
  signature bytea       check (length(signature) = 64),
  signed_at timestamptz,
  check ((signature is null) = (root is null) and (signature is null) = (key_id is null)
    and (signature is null) = (signed_at is null))
);
create index ledger_day_key_id on ledger_day (key_id);
create index ledger_day_sequence on ledger_day (sequence, day);
create index ledger_day_unsigned on ledger_day (day) where signature is null;

-- Roots of 1024 entries each of a day's tree, so that the path of an entry needs no more of them than these.
create table ledger_day_block (
  day    date    not null references ledger_day (day),
  number integer not null check (number >= 0),
  hash   bytea   not null check (length(hash) = 32),
  primary key (day, number)
);

create function ledger_day_is_signed_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.signature is null and new.signature is not null
     and (new.id, new.day, new.sequence, new.hash) = (old.id, old.day, old.sequence, old.hash) then
    return new;
  end if;
  raise exception 'a head of the ledger is never changed';
end
$$;
create trigger ledger_day_signed_once before update or delete on ledger_day
  for each row execute function ledger_day_is_signed_once();
create trigger ledger_day_no_truncate before truncate on ledger_day
  for each statement execute function ledger_day_is_signed_once();
create function ledger_proof_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the proofs of the ledger are append-only';
end
$$;
create trigger ledger_day_block_append_only before update or delete on ledger_day_block
  for each row execute function ledger_proof_is_append_only();
create trigger ledger_day_block_no_truncate before truncate on ledger_day_block
  for each statement execute function ledger_proof_is_append_only();
create trigger ledger_key_append_only before update or delete on ledger_key
  for each row execute function ledger_proof_is_append_only();
create trigger ledger_key_no_truncate before truncate on ledger_key
  for each statement execute function ledger_proof_is_append_only();

-- Where the checkpoint stands among the days.
alter table ledger_verification add column head_day date;
alter table ledger_verification add column tree bytea;

-- Verifications that run in the background, slice after slice; where each has come to.
create table ledger_verification_run (
  id              uuid        primary key,
  start           text        not null check (start in ('START', 'CHECKPOINT')),
  status          text        not null check (status in ('RUNNING', 'VALID', 'INVALID')),
  requested_by    text        not null,
  requested_at    timestamptz not null,
  ended_at        timestamptz check ((ended_at is null) = (status = 'RUNNING')),
  checked_from    bigint      not null check (checked_from > 0),
  sequence        bigint      not null check (sequence >= 0),
  hash            bytea       not null check (length(hash) = 32),
  head_day        date,
  tree            bytea,
  goal            bigint      not null check (goal >= 0),
  heads           bigint      not null check (heads >= 0),
  broken_sequence bigint,
  broken_entry    uuid,
  broken_head     date,
  check ((broken_sequence is null and broken_head is null) = (status <> 'INVALID'))
);
create unique index ledger_verification_run_one on ledger_verification_run (status) where status = 'RUNNING';
