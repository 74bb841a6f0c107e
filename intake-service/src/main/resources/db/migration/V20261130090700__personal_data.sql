-- Reporters are locked anew when the key changes, found again by their number, and erased after a time or at their own wish.

-- By its key what is locked is found when the key changes: a form (1 byte) and the name of the key (4 bytes). New ones go to the end
-- of the entries of one key, so that a registration pays little.
create index if not exists complaint_reporter_key on complaint (substring(coalesce(reporter_phone, reporter_name) from 1 for 5))
  where coalesce(reporter_phone, reporter_name) is not null;
-- By the fingerprint of the number whoever asks for their own data is found.
create index if not exists complaint_reporter_phone_hash on complaint (reporter_phone_hash) where reporter_phone_hash is not null;

alter table complaint
  add column reporter_purged_at timestamptz,
  add constraint complaint_purged_check check (reporter_purged_at is null or
    num_nonnulls(reporter_name, reporter_phone, reporter_phone_hash, sent_fingerprints, content_key) = 0) not valid;
alter table complaint validate constraint complaint_purged_check;

-- Those whose reporter is still kept, oldest first: the purge of a night does not walk what was purged before.
create index if not exists complaint_reporter_not_purged on complaint (received_at, id) where reporter_purged_at is null;

-- What is only locked anew has not changed for those who copy service requests: every other change makes another version.
drop trigger complaint_changed on complaint;
create trigger complaint_changed before update on complaint
  for each row when (old.version is distinct from new.version) execute function complaint_changed();

-- What people asked for about their own data, without any of the data.
create table personal_data_request (
  id            uuid        primary key,
  kind          text        not null check (kind in ('EXPORT', 'ERASURE')),
  by_phone      boolean     not null,
  reason        text        check (char_length(reason) between 1 and 300),
  complaints    integer     not null check (complaints >= 0),
  erased        integer     not null check (erased between 0 and complaints),
  made_at       timestamptz not null,
  actor_role    text        not null,
  actor_unit    text,
  actor_subject text        not null,
  -- Who asks without anybody's help has a tracking code, and gives no reason.
  check (reason is not null or not by_phone and kind = 'ERASURE')
);

-- Number plates are left out of what may be searched for as numbers are, for those who read them masked.
create or replace function without_numbers(text) returns text language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(normalize($1, nfkc),
      '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][^0-9a-zA-Z一-鿿]{0,8}[a-zA-Z]([^0-9a-zA-Z一-鿿]{0,8}[0-9a-zA-Z]){4,6}', ' ', 'g'),
    '[0-9]([^0-9a-zA-Z一-鿿]{0,8}[0-9]){6,}', ' ', 'g');
