-- Residents who log in by the mini-program (ADR 0056). Who they are WeChat alone knows: kept is a keyed fingerprint of what it calls them.
create table resident (
  id            uuid primary key,
  login_hash    bytea not null unique check (octet_length(login_hash) = 32),
  created_at    timestamptz not null,
  last_login_at timestamptz not null
);
create index resident_last_login_at_idx on resident (last_login_at);

create table resident_session (
  id          uuid primary key,
  resident_id uuid not null references resident,
  token_hash  bytea not null unique check (octet_length(token_hash) = 32),
  created_at  timestamptz not null,
  expires_at  timestamptz not null check (expires_at > created_at)
);
create index resident_session_resident_id_idx on resident_session (resident_id, id);
create index resident_session_expires_at_idx on resident_session (expires_at);

-- Few complaints have one, and nothing that is here already has. Who erases a reporter ends the tie.
alter table complaint
  add column resident_id uuid,
  add constraint complaint_resident_id_fkey foreign key (resident_id) references resident not valid,
  add constraint complaint_resident_erased_check check (resident_id is null or reporter_purged_at is null) not valid;
create index if not exists complaint_resident_id_idx on complaint (resident_id, id) where resident_id is not null;
