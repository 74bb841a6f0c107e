-- Rules belong to a set, and a rule may be for a community or for one source of problems. Each item says why it is where it
-- is. What nobody owns goes to the fallback unit where the reference data says so.

create table routing_rule_set (
  id          uuid        primary key,
  number      integer     not null unique check (number >= 1),
  active_from timestamptz,
  active_to   timestamptz check (active_to > active_from),
  -- At every moment at most one set decides.
  constraint routing_rule_set_one_at_a_time exclude using gist (tstzrange(active_from, active_to) with &&)
    where (active_from is not null) deferrable initially deferred
);
insert into routing_rule_set (id, number, active_from)
  values ('00000000-0000-7000-8000-000000000001', 1, '2000-01-01T00:00:00Z');

-- What the release before this one still adds is of the first set, behind the rules it has.
create sequence routing_rule_of_earlier_release start 100000;
alter table routing_rule
  add column set_id         uuid not null default '00000000-0000-7000-8000-000000000001' references routing_rule_set,
  add column number         integer not null default nextval('routing_rule_of_earlier_release') check (number >= 1),
  add column community_code text check (community_code ~ '^[0-9]{12}$'),
  add column source_kind    text check (source_kind in ('CITIZEN', 'MEDIA_EXPOSURE', 'CITY_COVERT_CHECK', 'CITY_MEETING',
    'WEEKLY_KEY_TASK', 'LEADER_ON_SITE', 'SPECIAL_TEAM', 'INSPECTION_FINDING', 'RELAPSE')),
  add constraint routing_rule_community_in_subdistrict check (community_code is null or subdistrict_code is not null);
update routing_rule r set number = numbered.position
  from (select id, row_number() over (order by id) as position from routing_rule) numbered
  where numbered.id = r.id;
alter table routing_rule
  drop constraint routing_rule_category_code_subdistrict_code_valid_from_key,
  -- Two rules of a set never tie.
  add constraint routing_rule_no_ties unique nulls not distinct
    (set_id, category_code, subdistrict_code, community_code, source_kind, valid_from),
  add constraint routing_rule_number unique (set_id, number);

create table fallback_category (
  category_code text primary key check (category_code ~ '^[A-Z][A-Z0-9_]{1,39}$')
);

alter table order_item
  add column why_kind       text check (why_kind in ('RULE', 'PRECEDENT', 'RULING', 'FALLBACK', 'BY_HAND')),
  add column why_id         uuid,
  add column why_version    text,
  add column why_words      text check (length(why_words) <= 300),
  add column why_by_role    text,
  add column why_by_unit    text,
  add column why_by_subject text,
  add constraint order_item_why check ((why_kind is null) = (why_words is null)
    and (why_kind is not null or why_id is null and why_by_subject is null)
    and (why_kind not in ('RULE', 'PRECEDENT', 'RULING') or why_id is not null)
    and (why_kind not in ('RULING', 'BY_HAND') or why_by_subject is not null));

alter table item_history
  add column why_kind       text,
  add column why_id         uuid,
  add column why_version    text,
  add column why_words      text,
  add column why_by_role    text,
  add column why_by_unit    text,
  add column why_by_subject text;
