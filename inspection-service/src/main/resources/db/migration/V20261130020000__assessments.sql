-- Monthly assessment of units and sub-districts (ADR 0041).

-- What dispatch told of order items, each fact once and never changed. Entries are made of them anew whenever one
-- comes, so that it is of no account in which order they come.
create table item_fact (
  id             uuid        primary key,
  item_id        uuid        not null,
  problem_id     uuid        not null,
  sequence       integer     not null check (sequence >= 1),
  kind           text        not null check (kind in ('ISSUED', 'INTERIM_REPLY', 'FINAL_REPLY', 'REPLY_ACCEPTED',
    'REPLY_RETURNED', 'RETURN_REQUESTED', 'RETURN_ACCEPTED', 'LIMIT_MOVED', 'PLAN_DATE_SET', 'PLAN_FILED', 'SUSPENDED',
    'RESUMED', 'REWORK_ORDERED', 'CANCELLED')),
  occurred_at    timestamptz not null,
  order_serial   text,
  unit_code      text,
  deadline_class text        check (deadline_class in ('GENERAL', 'FACILITY', 'PLANNED', 'EMERGENCY')),
  due_at         timestamptz,
  round          integer     check (round >= 0),
  photographed   boolean     not null,
  subject        text        not null,
  unique (item_id, sequence),
  check ((kind = 'ISSUED') = (unit_code is not null)),
  check (num_nulls(unit_code, order_serial, deadline_class) in (0, 3)),
  check (kind <> 'ISSUED' or due_at is not null)
);
create index item_fact_problem_id on item_fact (problem_id);
create trigger item_fact_is_append_only before update or delete on item_fact
  for each row execute function refuse_change();
create trigger item_fact_is_never_emptied before truncate on item_fact
  for each statement execute function refuse_change();

-- What intake told of their problems; the newest word on category and place.
create table assessed_problem (
  id               uuid        primary key,
  serial           text,
  source_kind      text,
  category_code    text,
  subdistrict_code text,
  placed_at        timestamptz not null
);

-- Problems with facts that no entry knows yet. Whoever adds a fact adds a row, and waits for nobody. With retry_at the
-- entries of the problem could not be made, and are tried again then.
create table assessment_change (
  id          bigint      generated always as identity primary key,
  problem_id  uuid        not null,
  occurred_at timestamptz not null,
  retry_at    timestamptz
);

-- A formula is never changed: another version follows it.
create table assessment_formula (
  id                  uuid          primary key,
  version             integer       not null unique check (version >= 1),
  from_month          text          not null check (from_month ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'),
  on_time_weight      numeric(4, 3) not null check (on_time_weight between 0 and 1),
  close_weight        numeric(4, 3) not null check (close_weight between 0 and 1),
  first_pass_weight   numeric(4, 3) not null check (first_pass_weight between 0 and 1),
  reply_quality_weight numeric(4, 3) not null check (reply_quality_weight between 0 and 1),
  failed_recheck_points   numeric(5, 2) not null check (failed_recheck_points >= 0),
  repeated_failure_points numeric(5, 2) not null check (repeated_failure_points >= 0),
  false_reply_points      numeric(5, 2) not null check (false_reply_points >= 0),
  shirking_points         numeric(5, 2) not null check (shirking_points >= 0),
  multiplier          numeric(4, 2) not null check (multiplier >= 1),
  fewest_due          integer       not null check (fewest_due >= 1),
  reason              text          check (char_length(reason) between 1 and 1000),
  set_at              timestamptz   not null,
  set_by_role         text          not null,
  set_by_unit_code    text,
  set_by_subject      text          not null,
  check (on_time_weight + close_weight + first_pass_weight + reply_quality_weight = 1)
);
create trigger assessment_formula_is_append_only before update or delete on assessment_formula
  for each row execute function refuse_change();
create trigger assessment_formula_is_never_emptied before truncate on assessment_formula
  for each statement execute function refuse_change();
insert into assessment_formula values (
  '019acb00-0000-7000-8000-000000000001', 1, '1900-01', 0.45, 0.20, 0.20, 0.15, 0.2, 0.5, 1, 1, 2, 5, null,
  '2026-11-30T00:00:00Z', 'SYSTEM', null, 'first-formula');

create table month_closing (
  id                  uuid        primary key,
  month               text        not null unique check (month ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'),
  formula_version     integer     not null references assessment_formula (version),
  closed_at           timestamptz not null,
  closed_by_role      text        not null,
  closed_by_unit_code text,
  closed_by_subject   text        not null,
  -- Only a month that is over can be closed.
  check (closed_at >= ((month || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai')
);
create index month_closing_formula_version on month_closing (formula_version);
create trigger month_closing_is_append_only before update or delete on month_closing
  for each row execute function refuse_change();
create trigger month_closing_is_never_emptied before truncate on month_closing
  for each statement execute function refuse_change();

-- The rows of a closed month as they were computed.
create table closed_row (
  id      uuid    primary key,
  month   text    not null references month_closing (month),
  kind    text    not null check (kind in ('UNIT', 'SUBDISTRICT')),
  place   integer not null check (place >= 0),
  content text    not null,
  unique (month, kind, place)
);
create trigger closed_row_is_append_only before update or delete on closed_row
  for each row execute function refuse_change();
create trigger closed_row_is_never_emptied before truncate on closed_row
  for each statement execute function refuse_change();

-- A unit's time with an item, in one of the books: LIVE follows the facts, 2026-11 is as that month was closed,
-- 2026-11+ the same with what became known later; there is none as long as that changes nothing.
create table assessed_item (
  id                uuid        primary key,
  book              text        not null check (book = 'LIVE' or book ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])[+]?$'),
  entry             uuid        not null,
  item_id           uuid        not null,
  problem_id        uuid        not null,
  problem_serial    text,
  subdistrict_code  text,
  category_code     text,
  source_kind       text,
  unit_code         text        not null,
  order_serial      text        not null,
  issued_at         timestamptz not null,
  deadline_class    text        not null check (deadline_class in ('GENERAL', 'FACILITY', 'PLANNED', 'EMERGENCY')),
  due_at            timestamptz not null,
  "current"         boolean     not null,
  suspended         boolean     not null,
  cancelled         boolean     not null,
  return_requested  boolean     not null,
  taken_back        boolean     not null,
  first_final_at    timestamptz,
  passed_reply_at   timestamptz,
  on_time           boolean     not null,
  first_review_at   timestamptz,
  accepted_at_first boolean     not null,
  first_verdict_at  timestamptz,
  passed_at_first   boolean     not null,
  last_verdict_at   timestamptz,
  failures          integer     not null check (failures >= 0),
  written_off_at    timestamptz,
  relapsed          boolean     not null,
  complete          boolean     not null,
  exempt            boolean     not null,
  -- Where it is counted: unit, sub-district, category and class; and the months of the district's calendar.
  cell              text        generated always as (unit_code || '|' || coalesce(subdistrict_code, '') || '|'
    || coalesce(category_code, '-') || '/' || deadline_class) stored,
  issued_month integer generated always as ((extract(year from issued_at at time zone 'Asia/Shanghai') * 100
    + extract(month from issued_at at time zone 'Asia/Shanghai'))::integer) stored,
  due_month integer generated always as ((extract(year from due_at at time zone 'Asia/Shanghai') * 100
    + extract(month from due_at at time zone 'Asia/Shanghai'))::integer) stored,
  first_review_month integer generated always as ((extract(year from first_review_at at time zone 'Asia/Shanghai') * 100
    + extract(month from first_review_at at time zone 'Asia/Shanghai'))::integer) stored,
  first_verdict_month integer generated always as ((extract(year from first_verdict_at at time zone 'Asia/Shanghai') * 100
    + extract(month from first_verdict_at at time zone 'Asia/Shanghai'))::integer) stored,
  last_verdict_month integer generated always as ((extract(year from last_verdict_at at time zone 'Asia/Shanghai') * 100
    + extract(month from last_verdict_at at time zone 'Asia/Shanghai'))::integer) stored,
  written_off_month integer generated always as ((extract(year from written_off_at at time zone 'Asia/Shanghai') * 100
    + extract(month from written_off_at at time zone 'Asia/Shanghai'))::integer) stored,
  unique (book, entry),
  check (not on_time or passed_reply_at <= due_at),
  check (not accepted_at_first or first_review_at is not null),
  check (not passed_at_first or first_verdict_at is not null),
  check (not relapsed or written_off_at is not null),
  check (not complete or written_off_at is not null)
);
create index assessed_item_due on assessed_item (book, due_at, id);
create index assessed_item_issued on assessed_item (book, issued_at, id);
create index assessed_item_reviewed on assessed_item (book, first_review_at, id) where first_review_at is not null;
create index assessed_item_first_verdict on assessed_item (book, first_verdict_at, id) where first_verdict_at is not null;
create index assessed_item_last_verdict on assessed_item (book, last_verdict_at, id) where last_verdict_at is not null;
create index assessed_item_written_off on assessed_item (book, written_off_at, id) where written_off_at is not null;
create index assessed_item_problem_id on assessed_item (problem_id, book);
create index assessed_item_unit_code on assessed_item (unit_code, due_at, id);
create index assessed_item_subdistrict_code on assessed_item (subdistrict_code, due_at, id);

-- The figures of all months, counted up in the transaction that writes their entries.
create table assessed_count (
  book             text    not null,
  month            integer not null,
  figure           text    not null,
  unit_code        text    not null,
  subdistrict_code text    not null,
  mix              text    not null,
  numerator        bigint  not null check (numerator >= 0),
  denominator      bigint  not null check (denominator >= numerator),
  primary key (book, month, figure, unit_code, subdistrict_code, mix)
);

create table assessed_deduction (
  id               uuid        primary key,
  book             text        not null check (book = 'LIVE' or book ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])[+]?$'),
  entry            uuid        not null,
  item_entry       uuid        not null,
  item_id          uuid        not null,
  problem_id       uuid        not null,
  problem_serial   text,
  subdistrict_code text,
  category_code    text,
  source_kind      text,
  unit_code        text        not null,
  kind             text        not null check (kind in ('FAILED_RECHECK', 'REPEATED_FAILURE', 'FALSE_REPLY', 'SHIRKING')),
  deducted_at      timestamptz not null,
  doubled          boolean     not null,
  exempt           boolean     not null,
  unique (book, entry)
);
create index assessed_deduction_deducted_at on assessed_deduction (book, deducted_at, id);
create index assessed_deduction_problem_id on assessed_deduction (problem_id);
create index assessed_deduction_unit_code on assessed_deduction (unit_code, deducted_at, id);

-- What was closed stays as it was.
create trigger closed_item_never_changes before update or delete on assessed_item
  for each row when (old.book <> 'LIVE' and old.book not like '%+') execute function refuse_change();
create trigger closed_deduction_never_changes before update or delete on assessed_deduction
  for each row when (old.book <> 'LIVE' and old.book not like '%+') execute function refuse_change();

create trigger closed_count_never_changes before update or delete on assessed_count
  for each row when (old.book <> 'LIVE' and old.book not like '%+') execute function refuse_change();

-- That a reply was false or a unit shirked, as a named person found.
create table assessment_judgement (
  id                  uuid        primary key,
  entry               uuid        not null,
  problem_id          uuid        not null,
  kind                text        not null check (kind in ('FALSE_REPLY', 'SHIRKING')),
  reason              text        not null check (char_length(reason) between 1 and 1000),
  -- In the month for which it was judged, which may be over though not closed.
  counted_at          timestamptz not null,
  judged_at           timestamptz not null check (judged_at >= counted_at),
  judged_by_role      text        not null,
  judged_by_unit_code text,
  judged_by_subject   text        not null,
  unique (entry, kind)
);
create index assessment_judgement_problem_id on assessment_judgement (problem_id);
create trigger assessment_judgement_is_append_only before update or delete on assessment_judgement
  for each row execute function refuse_change();
create trigger assessment_judgement_is_never_emptied before truncate on assessment_judgement
  for each statement execute function refuse_change();

-- An appeal against one entry, each entry once.
create table assessment_appeal (
  id                  uuid        primary key,
  version             bigint      not null,
  month               text        not null check (month ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'),
  entry               uuid        not null unique,
  item_entry          uuid        not null,
  item_id             uuid        not null,
  problem_id          uuid        not null,
  unit_code           text        not null,
  reason              text        not null check (char_length(reason) between 1 and 1000),
  status              text        not null check (status in ('OPEN', 'ACCEPTED', 'REFUSED')),
  requested_at        timestamptz not null,
  requested_by_role   text        not null,
  requested_by_unit_code text,
  requested_by_subject text       not null
);
create index assessment_appeal_month on assessment_appeal (month, id);
create index assessment_appeal_unit_code on assessment_appeal (unit_code, id);
create trigger decided_appeal_never_changes before update on assessment_appeal
  for each row when (old.status <> 'OPEN') execute function refuse_change();
create trigger appeal_is_never_removed before delete on assessment_appeal
  for each row execute function refuse_change();

-- What its reviewers said; two different ones.
create table appeal_decision (
  appeal_id            uuid        not null references assessment_appeal,
  number               integer     not null check (number in (1, 2)),
  decision             text        not null check (decision in ('ACCEPTED', 'REFUSED')),
  opinion              text        not null check (char_length(opinion) between 1 and 1000),
  decided_at           timestamptz not null,
  decided_by_role      text        not null,
  decided_by_unit_code text,
  decided_by_subject   text        not null,
  primary key (appeal_id, number),
  unique (appeal_id, decided_by_subject)
);
create trigger appeal_decision_is_append_only before update or delete on appeal_decision
  for each row execute function refuse_change();
create trigger appeal_decision_is_never_emptied before truncate on appeal_decision
  for each statement execute function refuse_change();

-- Entries that are in no figure; the facts stay.
create table assessment_exemption (
  id                    uuid        primary key,
  month                 text        not null check (month ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'),
  entry                 uuid        not null unique,
  unit_code             text        not null,
  problem_id            uuid        not null,
  appeal_id             uuid        unique references assessment_appeal,
  reason                text        not null check (char_length(reason) between 1 and 1000),
  exempted_at           timestamptz not null,
  exempted_by_role      text        not null,
  exempted_by_unit_code text,
  exempted_by_subject   text        not null
);
create index assessment_exemption_month on assessment_exemption (month, id);
create index assessment_exemption_problem_id on assessment_exemption (problem_id);
create trigger assessment_exemption_is_append_only before update or delete on assessment_exemption
  for each row execute function refuse_change();
create trigger assessment_exemption_is_never_emptied before truncate on assessment_exemption
  for each statement execute function refuse_change();
