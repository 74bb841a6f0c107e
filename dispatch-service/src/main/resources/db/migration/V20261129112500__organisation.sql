-- Units by kind; leaders, their duties, and cadres posted to sub-districts, each for a span of days.
create extension if not exists btree_gist;

alter table unit add column kind text not null default 'DISTRICT_UNIT'
  check (kind in ('DISTRICT_UNIT', 'SUB_UNIT', 'SUBDISTRICT_OFFICE', 'EXTERNAL_PARTY'));
alter table unit alter column kind drop default;
alter table unit add column successor_code text references unit (code) check (successor_code <> code);
create index if not exists unit_successor_code on unit (successor_code);
-- The others follow the reference file, which tells their kind.
update unit set kind = 'SUB_UNIT' where edited and parent_code is not null;
alter table unit add constraint unit_kind_and_parent
  check (not edited or (kind <> 'SUB_UNIT' or parent_code is not null) and (kind <> 'EXTERNAL_PARTY' or parent_code is null));
alter table unit add constraint unit_successor_of_a_closed_one check (successor_code is null or not active);

create table leading_body (
  code     text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name     text    not null unique check (length(name) between 1 and 60),
  position integer not null
);

create table frontline_group (
  code             text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name             text    not null unique check (length(name) between 1 and 60),
  subdistrict_code text    not null unique check (subdistrict_code ~ '^[0-9]{9}$'),
  position         integer not null
);

-- A span holds from its first day to the day before valid_to; one that ends on its first day never held.
create table leader (
  id          uuid        primary key,
  code        text        not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name        text        not null check (length(name) between 1 and 50),
  post        text        not null check (length(post) between 1 and 60),
  body_code   text        not null references leading_body,
  valid_from  date        not null,
  valid_to    date        check (valid_to >= valid_from),
  end_reason  text        check (length(end_reason) <= 200),
  recorded_by text        not null,
  recorded_at timestamptz not null,
  ended_by    text,
  ended_at    timestamptz check ((ended_at is null) = (ended_by is null)),
  version     bigint      not null
);
create index leader_body_code on leader (body_code);

create table duty (
  id               uuid        primary key,
  kind             text        not null check (kind in ('CO_HEAD', 'LINE', 'FRONTLINE_GROUP', 'AREA')),
  leader_code      text        references leader (code),
  leader_name      text,
  leader_post      text,
  body_code        text        references leading_body,
  body_name        text,
  seat             integer     check (seat in (1, 2)),
  line_code        text        references work_line,
  group_code       text        references frontline_group,
  subdistrict_code text        check (subdistrict_code ~ '^[0-9]{9}$'),
  valid_from       date        not null,
  valid_to         date        check (valid_to >= valid_from),
  end_reason       text        check (length(end_reason) <= 200),
  recorded_by      text        not null,
  recorded_at      timestamptz not null,
  ended_by         text,
  ended_at         timestamptz check ((ended_at is null) = (ended_by is null)),
  version          bigint      not null,
  check (num_nonnulls(leader_code, body_code) = 1),
  check (num_nonnulls(leader_code, leader_name, leader_post) in (0, 3)),
  check (num_nonnulls(body_code, body_name) in (0, 2)),
  check (body_code is null or kind = 'AREA'),
  check ((kind = 'CO_HEAD') = (seat is not null)),
  check ((kind = 'LINE') = (line_code is not null)),
  check ((kind = 'FRONTLINE_GROUP') = (group_code is not null)),
  check ((kind = 'AREA') = (subdistrict_code is not null)),
  -- Two seats; one leader of a group; one body and one leader to answer for an area; none twice for the same.
  constraint duty_one_on_a_seat exclude using gist (seat with =, daterange(valid_from, valid_to) with &&),
  constraint duty_one_seat_of_a_leader
    exclude using gist (leader_code with =, daterange(valid_from, valid_to) with &&) where (kind = 'CO_HEAD'),
  constraint duty_line_of_a_leader
    exclude using gist (leader_code with =, line_code with =, daterange(valid_from, valid_to) with &&),
  constraint duty_one_leader_of_a_group exclude using gist (group_code with =, daterange(valid_from, valid_to) with &&),
  constraint duty_one_leader_of_an_area
    exclude using gist (subdistrict_code with =, daterange(valid_from, valid_to) with &&) where (leader_code is not null),
  constraint duty_one_body_of_an_area
    exclude using gist (subdistrict_code with =, daterange(valid_from, valid_to) with &&) where (body_code is not null)
);
create index duty_leader_code on duty (leader_code, id);
create index duty_body_code on duty (body_code, id);
create index duty_line_code on duty (line_code);
create index duty_group_code on duty (group_code);
create index duty_subdistrict_code on duty (subdistrict_code);

create table posting (
  id               uuid        primary key,
  cadre_name       text        not null check (length(cadre_name) between 1 and 50),
  cadre_number     text        check (length(cadre_number) between 1 and 30),
  post             text        check (length(post) between 1 and 60),
  office_phone     text        check (length(office_phone) <= 30),
  unit_code        text        not null references unit (code),
  unit_name        text        not null,
  subdistrict_code text        not null check (subdistrict_code ~ '^[0-9]{9}$'),
  valid_from       date        not null,
  valid_to         date        check (valid_to >= valid_from),
  end_reason       text        check (length(end_reason) <= 200),
  recorded_by      text        not null,
  recorded_at      timestamptz not null,
  ended_by         text,
  ended_at         timestamptz check ((ended_at is null) = (ended_by is null)),
  version          bigint      not null,
  -- A cadre is in one place at a time; namesakes in one unit are told apart by a number.
  constraint posting_one_place_of_a_cadre exclude using gist (
    unit_code with =, cadre_name with =, coalesce(cadre_number, '') with =, daterange(valid_from, valid_to) with &&)
);
create index posting_unit_code on posting (unit_code, id);
create index posting_subdistrict_code on posting (subdistrict_code, id);

-- What has been held is never taken back: a span ends, and a record stays.
create function refuse_deletion() returns trigger language plpgsql as
  $$ begin raise exception 'what has been held is ended, never deleted'; end $$;
create trigger leader_never_deleted before delete on leader for each row execute function refuse_deletion();
create trigger duty_never_deleted before delete on duty for each row execute function refuse_deletion();
create trigger posting_never_deleted before delete on posting for each row execute function refuse_deletion();
