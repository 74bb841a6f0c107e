-- Attachments as intake-service tells of them, and what each was used for here.
create table attachment (
  id                uuid        primary key,
  sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_by_subject text        not null,
  usable_until      timestamptz not null,
  used_by           uuid,
  used_at           timestamptz,
  check ((used_by is null) = (used_at is null))
);
create index attachment_unused on attachment (usable_until) where used_by is null;
