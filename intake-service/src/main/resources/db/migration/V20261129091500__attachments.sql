-- Photos and papers. The files lie in the file store under their hashes; here is what is known of them.
create table attachment (
  id                uuid             primary key,
  status            text             not null check (status in ('PENDING', 'LINKED')),
  type              text             not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes             integer          not null check (bytes > 0),
  width             integer          check (width > 0),
  height            integer          check (height > 0),
  taken_at          timestamptz,
  longitude         double precision check (longitude between -180 and 180),
  latitude          double precision check (latitude between -90 and 90),
  sha256            text             not null check (sha256 ~ '^[0-9a-f]{64}$'),
  thumbnail_sha256  text             check (thumbnail_sha256 ~ '^[0-9a-f]{64}$'),
  stored_at         timestamptz      not null,
  usable_until      timestamptz      not null check (usable_until > stored_at),
  stored_by_role    text             not null,
  stored_by_unit    text,
  stored_by_subject text             not null,
  owner_kind        text             check (owner_kind in ('COMPLAINT', 'REPLY', 'RECHECK', 'FINDING')),
  owner_id          uuid,
  problem_id        uuid             references problem,
  confidential      boolean          not null,
  linked_at         timestamptz,
  version           bigint           not null,
  check ((width is null) = (height is null) and (width is null) = (type = 'application/pdf')),
  check ((thumbnail_sha256 is null) = (type = 'application/pdf')),
  check ((longitude is null) = (latitude is null)),
  check ((status = 'LINKED') = (owner_kind is not null)),
  check ((owner_kind is null) = (owner_id is null) and (owner_kind is null) = (linked_at is null)),
  check ((owner_kind in ('REPLY', 'RECHECK', 'FINDING')) is true = (problem_id is not null))
);
-- Which files are still somebody's.
create index attachment_sha256 on attachment (sha256);
create index attachment_thumbnail_sha256 on attachment (thumbnail_sha256);
create index attachment_owner on attachment (owner_id);
create index attachment_problem_id on attachment (problem_id);
create index attachment_unused on attachment (usable_until) where status = 'PENDING';

alter table complaint add column attachment_ids uuid[] not null default '{}';
