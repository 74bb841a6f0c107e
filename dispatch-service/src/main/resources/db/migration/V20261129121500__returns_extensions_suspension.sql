-- What a unit may ask the special team for, items that stand still for a while, and what their clocks need to know.

create table duty_clause (
  code          text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  text          text    not null check (length(text) between 1 and 500),
  category_code text    check (category_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  unit_code     text    references unit (code),
  position      integer not null
);
create index duty_clause_unit_code on duty_clause (unit_code);

-- Windows from the issue: in which an item may be returned, and after which a silent unit is urged. What exists gets the
-- usual ones: 8 h and 4 h, but no more than a sixth and a twelfth of the limit.
alter table sla_policy
  add column return_window_seconds      bigint check (return_window_seconds between 1 and limit_seconds),
  add column acknowledge_within_seconds bigint check (acknowledge_within_seconds between 1 and limit_seconds);
update sla_policy set return_window_seconds = least(28800, limit_seconds / 6),
    acknowledge_within_seconds = least(14400, limit_seconds / 12)
  where kind = 'RECTIFICATION';
alter table sla_policy add constraint sla_policy_windows_of_a_unit check (
  (kind = 'ASSIGNMENT') = (return_window_seconds is null) and (kind = 'ASSIGNMENT') = (acknowledge_within_seconds is null));

create table unit_request (
  id                   uuid        primary key,
  item_id              uuid        not null references order_item,
  kind                 text        not null check (kind in ('RETURN', 'EXTENSION')),
  status               text        not null check (status in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  reason               text        not null check (length(reason) between 1 and 2000),
  requested_by_role    text        not null,
  requested_by_unit    text        not null,
  requested_by_subject text        not null,
  requested_at         timestamptz not null,
  opinion              text        check (length(opinion) <= 2000),
  decided_by_role      text,
  decided_by_unit      text,
  decided_by_subject   text,
  decided_at           timestamptz,
  clause_code          text        references duty_clause (code),
  suggested_unit_code  text        references unit (code),
  suggested_unit_name  text,
  ruling_needed        boolean,
  assigned_unit_code   text        references unit (code),
  assigned_unit_name   text,
  until                timestamptz,
  version              bigint      not null,
  check ((status = 'OPEN') = (decided_at is null) and (status = 'OPEN') = (decided_by_subject is null)),
  check (status <> 'REFUSED' or opinion is not null),
  check ((kind = 'RETURN') = (clause_code is not null) and (kind = 'RETURN') = (ruling_needed is not null)),
  check ((kind = 'EXTENSION') = (until is not null)),
  check (assigned_unit_code is null or kind = 'RETURN' and status = 'ACCEPTED'),
  check (suggested_unit_code is null or kind = 'RETURN' and suggested_unit_code <> requested_by_unit)
);
-- One open request of a kind for an item, whoever asks at once.
create unique index unit_request_open on unit_request (item_id, kind) where status = 'OPEN';
create index unit_request_item_id on unit_request (item_id, id);
create index unit_request_clause_code on unit_request (clause_code);
create index unit_request_suggested_unit_code on unit_request (suggested_unit_code);
create index unit_request_assigned_unit_code on unit_request (assigned_unit_code);

alter table order_item
  add column limit_seconds             bigint  check (limit_seconds >= 1),
  add column return_until              timestamptz,
  add column acknowledge_by            timestamptz,
  add column extended                  boolean not null default false,
  add column status_before             text    check (status_before in ('ISSUED', 'ACKNOWLEDGED', 'REWORK')),
  add column open_return_request_id    uuid    references unit_request deferrable initially deferred,
  add column open_extension_request_id uuid    references unit_request deferrable initially deferred,
  add column suspension_cause          text    check (suspension_cause in ('AWAITING_FUNDS', 'AWAITING_OUTSIDE_PARTY',
    'LITIGATION', 'WEATHER', 'DEMOLITION_OR_REBUILDING', 'OTHER_APPROVED')),
  add column review_on                 date,
  add column review_overdue            boolean not null default false,
  add column difficulty                text    check (difficulty in ('D1_TEAM_COORDINATION')),
  add column difficulty_reason         text    check (length(difficulty_reason) between 1 and 2000),
  add column difficulty_since          timestamptz,
  add column difficulty_by_role        text,
  add column difficulty_by_unit        text,
  add column difficulty_by_subject     text;
alter table order_item alter column extended drop default;

-- What a limit was long before a review moved its end, as the history tells; nothing moves that of an assignment.
update order_item item set limit_seconds = coalesce(
    (select extract(epoch from h.due_at - h.at)::bigint from item_history h
      where h.item_id = item.id and h.action in ('ISSUE', 'ASSIGN', 'REISSUE', 'FAIL_RECHECK')
      order by h.sequence desc limit 1),
    extract(epoch from item.due_at - item.limit_started_at)::bigint)
  where item.due_at is not null;
-- What was issued before may still be returned in time; nobody is urged for it.
update order_item item set return_until = item.issued_at + make_interval(secs => policy.return_window_seconds)
  from sla_policy policy
  where policy.kind = 'RECTIFICATION' and policy.deadline_class || '/' || policy.number = item.rule_version
    and item.status in ('ISSUED', 'ACKNOWLEDGED') and item.rework_count = 0;

alter table order_item
  drop constraint order_item_status_check,
  add constraint order_item_status_check check (status in ('UNASSIGNED', 'ISSUED', 'ACKNOWLEDGED', 'RETURN_REQUESTED',
    'REPLIED', 'RECHECK_PENDING', 'REWORK', 'SUSPENDED', 'WRITTEN_OFF', 'CANCELLED')),
  drop constraint order_item_unassigned_reason_check,
  add constraint order_item_unassigned_reason_check check (unassigned_reason in
    ('NO_ROUTING_RULE', 'UNIT_INACTIVE', 'NO_LIMIT_FOR_CLASS', 'RETURNED')),
  drop constraint order_item_watched_while_its_clock_runs,
  add constraint order_item_watched_while_something_is_due check (next_attention_at is null
    or status in ('UNASSIGNED', 'ISSUED', 'ACKNOWLEDGED', 'RETURN_REQUESTED', 'REWORK') and clock_stopped_at is null
    or status = 'SUSPENDED'),
  add constraint order_item_knows_the_way_back check (
    (status in ('RETURN_REQUESTED', 'SUSPENDED')) = (status_before is not null)),
  add constraint order_item_return_is_open check ((status = 'RETURN_REQUESTED') = (open_return_request_id is not null)),
  add constraint order_item_extension_is_open check (open_extension_request_id is null
    or status in ('ISSUED', 'ACKNOWLEDGED', 'RETURN_REQUESTED', 'REWORK')),
  add constraint order_item_suspended check ((status = 'SUSPENDED') = (suspension_cause is not null)
    and (status = 'SUSPENDED') = (review_on is not null) and (status = 'SUSPENDED' or not review_overdue)
    and (status <> 'SUSPENDED' or clock_stopped_at is not null)),
  add constraint order_item_has_a_length_of_its_limit check ((due_at is null) = (limit_seconds is null)),
  add constraint order_item_difficulty_has_a_reason check ((difficulty is null) = (difficulty_reason is null)
    and (difficulty is null) = (difficulty_since is null) and (difficulty is null) = (difficulty_by_subject is null));
create index if not exists order_item_open_return_request_id on order_item (open_return_request_id)
  where open_return_request_id is not null;
create index if not exists order_item_open_extension_request_id on order_item (open_extension_request_id)
  where open_extension_request_id is not null;
create index if not exists order_item_difficulty on order_item (difficulty, id) where difficulty is not null;
create index if not exists order_item_review_overdue on order_item (id) where review_overdue;

alter table item_history
  add column suspension_cause text,
  add column review_on        date;
