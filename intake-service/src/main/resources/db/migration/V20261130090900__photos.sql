-- What is shown of photos in which faces or plates were blurred (ADR 0055), and who looked at an original.
alter table attachment
  add column blurred_sha256           text check (blurred_sha256 ~ '^[0-9a-f]{64}$'),
  add column blurred_thumbnail_sha256 text check (blurred_thumbnail_sha256 ~ '^[0-9a-f]{64}$'),
  add column blurred_areas            integer[]   check (cardinality(blurred_areas) > 0 and cardinality(blurred_areas) % 4 = 0),
  add column blurred_at               timestamptz,
  add column blurred_by_role          text,
  add column blurred_by_unit          text,
  add column blurred_by_subject       text,
  add constraint attachment_blurred_check check
    (num_nonnulls(blurred_sha256, blurred_thumbnail_sha256, blurred_areas, blurred_at, blurred_by_role, blurred_by_subject) in (0, 6)
      and (blurred_at is null or (owner_kind = 'COMPLAINT' and width is not null) is true));
-- Which files are still somebody's.
create index if not exists attachment_blurred_sha256 on attachment (blurred_sha256)
  where blurred_sha256 is not null;
create index if not exists attachment_blurred_thumbnail_sha256 on attachment (blurred_thumbnail_sha256)
  where blurred_thumbnail_sha256 is not null;

create table original_disclosure (
  id            uuid        primary key,
  attachment_id uuid        not null references attachment,
  reason        text        not null,
  disclosed_at  timestamptz not null,
  actor_role    text        not null,
  actor_subject text        not null
);
create index original_disclosure_attachment_id on original_disclosure (attachment_id);

-- Where photos were taken says in which sub-district a complaint is.
alter table complaint
  drop constraint complaint_placed_by_check,
  add constraint complaint_placed_by_check check
    (placed_by in ('CODE', 'POINT', 'PHOTO', 'NAME') and (placed_by is null or subdistrict_code is not null)) not valid,
  drop constraint complaint_place_doubt_check,
  add constraint complaint_place_doubt_check check
    (place_doubt in ('OUTSIDE_DISTRICT', 'POINT_ELSEWHERE', 'SEVERAL_NAMES', 'PHOTO_ELSEWHERE', 'PHOTOS_APART', 'PHOTOS_OLD')) not valid;
alter table problem
  drop constraint problem_placed_by_check,
  add constraint problem_placed_by_check check
    (placed_by in ('CODE', 'POINT', 'PHOTO', 'NAME') and (placed_by is null or subdistrict_code is not null)) not valid,
  drop constraint problem_place_doubt_check,
  add constraint problem_place_doubt_check check
    (place_doubt in ('OUTSIDE_DISTRICT', 'POINT_ELSEWHERE', 'SEVERAL_NAMES', 'PHOTO_ELSEWHERE', 'PHOTOS_APART', 'PHOTOS_OLD')) not valid;
