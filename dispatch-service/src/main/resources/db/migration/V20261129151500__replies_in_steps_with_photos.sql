-- Replies: measures as steps with doer and time, the sub-unit that did the work, photos from before and after; and what
-- is demanded for good at a place.

alter table reply
  add column sub_unit_code    text references unit (code),
  add column sub_unit_name    text,
  add column before_photo_ids uuid[] not null default '{}',
  add column after_photo_ids  uuid[] not null default '{}';
alter table reply
  alter column before_photo_ids drop default,
  alter column after_photo_ids drop default,
  add constraint reply_sub_unit_is_whole check ((sub_unit_code is null) = (sub_unit_name is null)),
  add constraint reply_photos_are_attached check (attachment_ids @> before_photo_ids and attachment_ids @> after_photo_ids
    and not before_photo_ids && after_photo_ids);
create index if not exists reply_sub_unit_code on reply (sub_unit_code) where sub_unit_code is not null;

create table reply_step (
  reply_id uuid        not null references reply,
  position integer     not null,
  text     text        not null check (length(text) between 1 and 500),
  done_by  text        not null check (length(done_by) between 1 and 60),
  done_at  timestamptz not null,
  primary key (reply_id, position)
);

create table photo_rule (
  id              uuid        primary key,
  category_code   text        not null check (category_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  before_required boolean     not null,
  after_required  boolean     not null,
  valid_from      timestamptz not null,
  unique (category_code, valid_from)
);

create table standing_demand (
  id                  uuid        primary key,
  item_id             uuid        not null references order_item,
  reply_id            uuid        not null unique references reply,
  text                text        not null check (length(text) between 1 and 2000),
  unit_code           text        not null references unit (code),
  unit_name           text        not null,
  category_code       text        not null,
  address             text,
  address_key         text,
  subdistrict_code    text,
  longitude           double precision,
  latitude            double precision,
  demanded_at         timestamptz not null,
  demanded_by_subject text        not null,
  ended_at            timestamptz,
  ended_by_subject    text,
  end_reason          text        check (length(end_reason) between 1 and 1000),
  version             bigint      not null,
  constraint standing_demand_ends_with_a_reason check (num_nonnulls(ended_at, ended_by_subject, end_reason) in (0, 3))
);
create index standing_demand_item_id on standing_demand (item_id);
create index standing_demand_unit_code on standing_demand (unit_code, id);
create index standing_demand_place on standing_demand (subdistrict_code, address_key) where ended_at is null;
create index standing_demand_point on standing_demand (latitude, longitude) where ended_at is null;

-- What was demanded so far belongs to its place from now on.
insert into standing_demand (id, item_id, reply_id, text, unit_code, unit_name, category_code, address, address_key,
    subdistrict_code, longitude, latitude, demanded_at, demanded_by_subject, version)
  select r.id, i.id, r.id, r.standing_demand, i.lead_unit_code, i.lead_unit_name, i.category_code, i.address,
    lower(regexp_replace(normalize(i.address, NFKC), '\s', '', 'g')), i.subdistrict_code, i.longitude, i.latitude,
    r.reviewed_at, r.reviewed_by, 0
  from reply r join order_item i on i.id = r.item_id
  where r.standing_demand is not null and i.lead_unit_code is not null and i.category_code is not null;
