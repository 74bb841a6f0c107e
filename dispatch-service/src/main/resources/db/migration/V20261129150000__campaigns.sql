-- Campaigns such as 187攻坚 with their target lists, and the thirteen mechanisms.

create table mechanism (
  code     text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name     text    not null unique check (length(name) between 1 and 60),
  position integer not null
);

create table campaign (
  id                uuid        primary key,
  code              text        not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name              text        not null unique check (length(name) between 1 and 60),
  mechanism_code    text        references mechanism,
  category_codes    varchar[]   not null check (cardinality(category_codes) between 1 and 50),
  first_day         date        not null,
  last_day          date        not null,
  target            integer     not null check (target between 1 and 100000),
  opened_at         timestamptz not null,
  opened_by_subject text        not null,
  conclusion        text        check (length(conclusion) between 1 and 2000),
  closed_at         timestamptz,
  closed_by_subject text,
  version           bigint      not null,
  check (last_day >= first_day),
  constraint campaign_closed_with_a_conclusion check (num_nonnulls(conclusion, closed_at, closed_by_subject) in (0, 3))
);
create index campaign_mechanism_code on campaign (mechanism_code);

-- What an item counts for. One that left stays on record and may come back.
create table campaign_item (
  id                uuid        primary key,
  campaign_id       uuid        not null references campaign,
  item_id           uuid        not null references order_item,
  joined_at         timestamptz not null,
  joined_by_subject text        not null,
  left_at           timestamptz,
  left_by_subject   text,
  leave_reason      text        check (length(leave_reason) between 1 and 500),
  constraint campaign_item_left_with_a_reason check (num_nonnulls(left_at, left_by_subject, leave_reason) in (0, 3))
);
create unique index campaign_item_once on campaign_item (campaign_id, item_id) where left_at is null;
create index campaign_item_item_id on campaign_item (item_id, campaign_id);

create table campaign_point (
  id                 uuid        primary key,
  campaign_id        uuid        not null references campaign,
  number             text        not null check (length(number) between 1 and 30),
  address            text        not null check (length(address) between 1 and 300),
  place_name         text        check (length(place_name) between 1 and 100),
  subdistrict_code   text        not null check (subdistrict_code ~ '^[0-9]{9}$'),
  category_code      text        not null check (category_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  key_area           text        check (length(key_area) between 1 and 60),
  unit_code          text        references unit (code),
  unit_name          text,
  unit_by_fallback   boolean     not null,
  status             text        not null check (status in ('LISTED', 'SURVEYED', 'NOT_NEEDED', 'IN_WORK')),
  measures           text        check (length(measures) between 1 and 2000),
  responsible_person text        check (length(responsible_person) between 1 and 50),
  plan_due_on        date,
  cost_amount        numeric(14, 2) check (cost_amount >= 0),
  cost_currency      text        check ((cost_currency is null) = (cost_amount is null)),
  item_id            uuid        references order_item,
  version            bigint      not null,
  constraint campaign_point_number unique (campaign_id, number),
  constraint campaign_point_of_an_item unique (campaign_id, item_id),
  check ((unit_code is null) = (unit_name is null)),
  constraint campaign_point_plan_is_whole check (num_nonnulls(measures, plan_due_on) in (0, 2)
    and (measures is not null or responsible_person is null and cost_amount is null)),
  -- No work without a plan [brief]: what an item was ordered for has one.
  constraint campaign_point_planned_before_work check ((status = 'IN_WORK') = (item_id is not null)
    and (item_id is null or measures is not null))
);
create index campaign_point_page on campaign_point (campaign_id, id);
create index campaign_point_item_id on campaign_point (item_id);
create index campaign_point_unit_code on campaign_point (unit_code);

create table point_survey (
  id                  uuid        primary key,
  point_id            uuid        not null references campaign_point,
  result              text        not null check (result in ('NEEDS_WORK', 'NOT_NEEDED')),
  finding             text        not null check (length(finding) between 1 and 2000),
  reason              text        check (length(reason) between 1 and 1000),
  surveyed_at         timestamptz not null,
  surveyed_by_role    text        not null,
  surveyed_by_unit    text,
  surveyed_by_subject text        not null,
  constraint point_survey_dismisses_with_a_reason check ((result = 'NOT_NEEDED') = (reason is not null))
);
create index point_survey_point_id on point_survey (point_id, id);
create trigger point_survey_append_only before update or delete on point_survey
  for each row execute function refuse_change();
