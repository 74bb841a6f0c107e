-- Hotlines send calls signed by keys, each call once.
alter table channel add column hotline text unique check (hotline ~ '^[0-9]{3,12}$');

alter table channel_key
  alter column key_hash drop not null,
  add column key_use text not null default 'API' check (key_use in ('API', 'SIGNING', 'SANDBOX')),
  add column sealed_secret bytea,
  add constraint channel_key_kept_by_use check (
    (key_use = 'API') = (key_hash is not null) and (key_use = 'API') = (sealed_secret is null));

create table hotline_nonce (
  channel_code text        not null references channel,
  nonce        text        not null check (nonce ~ '^[!-~]{16,128}$'),
  expires_at   timestamptz not null,
  primary key (channel_code, nonce)
);
create index hotline_nonce_expires_at on hotline_nonce (expires_at);
