-- Working days and office hours by year; days are only those that are not what their weekday says.
create table calendar_year (
  year integer primary key check (year between 2000 and 2099),
  version bigint not null,
  edited_by_hand boolean not null
);

create table calendar_day (
  year integer not null references calendar_year,
  date date not null,
  working boolean not null,
  name text not null check (char_length(name) between 1 and 30),
  primary key (year, date),
  check (extract(year from date) = year)
);

create table calendar_office_hours (
  year integer not null references calendar_year,
  opens_at time not null,
  closes_at time not null,
  primary key (year, opens_at),
  check (opens_at < closes_at)
);

alter table sla_policy add column counting text not null default 'NATURAL_HOURS'
  check (counting in ('NATURAL_HOURS', 'WORKING_HOURS', 'WORKING_DAYS'));
alter table sla_policy alter column counting drop default;

-- What-if asks for the limits that began in a period.
create index if not exists item_history_limit_begun on item_history (at)
  where action in ('ISSUE', 'ASSIGN', 'REISSUE', 'FAIL_RECHECK');
