-- What papers say of photos. When those were taken that were told of before, nobody has kept.
create table attachment_caption (
  attachment_id uuid primary key references attachment on delete cascade deferrable initially deferred,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at      timestamptz
);
insert into attachment_caption (attachment_id, sha256) select id, sha256 from attachment;
