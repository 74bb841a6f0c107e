-- Inspections, what they found, and the reference data of others that they speak of.

create table subdistrict (
  code text primary key,
  name text not null
);

create table category (
  code   text    primary key,
  name   text    not null,
  active boolean not null
);

create table inspection (
  id                   uuid        primary key,
  version              bigint      not null,
  tier                 text        not null check (tier in ('FRONTLINE', 'LINE', 'AREA')),
  method               text        not null check (method in ('UNANNOUNCED', 'ANNOUNCED', 'FIELD_STUDY', 'COVERT', 'DESK')),
  status               text        not null check (status in ('PLANNED', 'STARTED', 'CONCLUDED', 'CANCELLED')),
  focus                text,
  purpose              text,
  planned_for          timestamptz not null,
  planned_at           timestamptz not null,
  planned_by_role      text        not null,
  planned_by_unit_code text,
  planned_by_subject   text        not null,
  started_at           timestamptz,
  concluded_at         timestamptz,
  summary              text,
  cancellation_reason  text,
  check ((status in ('STARTED', 'CONCLUDED')) = (started_at is not null)),
  check ((status = 'CONCLUDED') = (concluded_at is not null)),
  check ((status = 'CONCLUDED') = (summary is not null)),
  check ((status = 'CANCELLED') = (cancellation_reason is not null))
);
create index inspection_planned_for on inspection (planned_for, id);
create index inspection_status on inspection (status, id);

create table inspection_inspector (
  inspection_id uuid not null references inspection,
  subject       text not null,
  unit_code     text,
  primary key (inspection_id, subject)
);

create table inspection_stop (
  inspection_id      uuid             not null references inspection,
  number             integer          not null check (number between 1 and 50),
  subdistrict_code   text             not null references subdistrict,
  place              text             not null,
  position_longitude double precision,
  position_latitude  double precision,
  sent_longitude     double precision,
  sent_latitude      double precision,
  sent_crs           text             check (sent_crs in ('WGS84', 'GCJ02', 'BD09')),
  visited_at         timestamptz,
  note               text,
  skipped_because    text,
  primary key (inspection_id, number),
  check (visited_at is null or skipped_because is null),
  check (num_nulls(position_longitude, position_latitude, sent_longitude, sent_latitude, sent_crs) in (0, 5))
);
create index inspection_stop_subdistrict_code on inspection_stop (subdistrict_code, inspection_id);

create table finding (
  id                   uuid             primary key,
  version              bigint           not null,
  inspection_id        uuid             not null,
  stop_number          integer          not null,
  title                text             not null,
  description          text             not null,
  category_code        text             references category,
  address              text,
  subdistrict_code     text,
  community_code       text,
  longitude            double precision,
  latitude             double precision,
  reported_at          timestamptz      not null,
  reported_by_role     text             not null,
  reported_by_unit_code text,
  reported_by_subject  text             not null,
  problem_id           uuid,
  item_id              uuid,
  item_sequence        integer          not null,
  order_serial         text,
  lead_unit_code       text,
  lead_unit_name       text,
  unit_codes           varchar[]         not null,
  foreign key (inspection_id, stop_number) references inspection_stop,
  check ((longitude is null) = (latitude is null)),
  check (num_nulls(problem_id, item_id, order_serial, lead_unit_code, lead_unit_name) in (0, 5))
);
create index finding_inspection_id on finding (inspection_id, stop_number);
create index finding_problem_id on finding (problem_id);
create index finding_category_code on finding (category_code);
create index finding_subdistrict_code on finding (subdistrict_code, id);
create index finding_unit_codes on finding using gin (unit_codes);
