-- Meetings, who attends them, what they speak about and what they decide; what goes higher, by them or without.

create table meeting (
  id                 uuid        primary key,
  kind               text        not null check (kind in ('STANDING_COMMITTEE', 'COORDINATION', 'LINE_WEEKLY', 'THEMATIC',
    'ONSITE', 'ROUNDTABLE')),
  line_code          text        references work_line,
  scheduled_at       timestamptz not null,
  place              text        not null check (length(place) between 1 and 200),
  chair              text        check (length(chair) between 1 and 50),
  unit_codes         varchar[]   not null,
  status             text        not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
  planned_by_role    text        not null,
  planned_by_unit    text,
  planned_by_subject text        not null,
  held_at            timestamptz check (held_at >= scheduled_at),
  cancel_reason      text        check (length(cancel_reason) between 1 and 2000),
  minutes            text        check (length(minutes) between 1 and 20000),
  decision_count     integer     not null check (decision_count >= 0),
  done_count         integer     not null check (done_count between 0 and decision_count),
  version            bigint      not null,
  check ((kind = 'LINE_WEEKLY') = (line_code is not null)),
  check ((status = 'HELD') = (held_at is not null)),
  check ((status = 'CANCELLED') = (cancel_reason is not null)),
  check (status = 'HELD' or minutes is null and decision_count = 0)
);
create index meeting_line_code on meeting (line_code);
create index meeting_scheduled_at on meeting (scheduled_at, id);
create index meeting_unit_codes on meeting using gin (unit_codes);

create table meeting_attendee (
  meeting_id  uuid    not null references meeting,
  position    integer not null,
  unit_code   text    references unit (code),
  unit_name   text,
  leader_code text    references leader (code),
  leader_name text,
  person      text    check (length(person) between 1 and 50),
  attended    boolean,
  primary key (meeting_id, position),
  check (num_nonnulls(unit_code, leader_code) = 1),
  check ((unit_code is null) = (unit_name is null) and (leader_code is null) = (leader_name is null))
);
create index meeting_attendee_unit_code on meeting_attendee (unit_code);
create index meeting_attendee_leader_code on meeting_attendee (leader_code);

create table meeting_agenda_item (
  meeting_id     uuid    not null references meeting,
  position       integer not null,
  item_id        uuid    not null references order_item,
  problem_serial text    not null,
  title          text    not null,
  primary key (meeting_id, position),
  unique (meeting_id, item_id)
);
create index meeting_agenda_item_item_id on meeting_agenda_item (item_id);

create table meeting_decision (
  id                 uuid        primary key,
  meeting_id         uuid        not null references meeting,
  number             integer     not null check (number >= 1),
  item_id            uuid,
  kind               text        not null check (kind in ('TASK', 'PLAN_DATE', 'SUBMIT_TO_LEADING_GROUP', 'OTHER')),
  text               text        not null check (length(text) between 1 and 2000),
  unit_code          text        references unit (code),
  unit_name          text,
  due_on             date,
  decided_at         timestamptz not null,
  decided_by_role    text        not null,
  decided_by_unit    text,
  decided_by_subject text        not null,
  done_at            timestamptz,
  done_note          text        check (length(done_note) between 1 and 2000),
  done_by_role       text,
  done_by_unit       text,
  done_by_subject    text,
  unique (meeting_id, number),
  -- What is decided about an item, that item was on the agenda.
  foreign key (meeting_id, item_id) references meeting_agenda_item (meeting_id, item_id),
  check (item_id is not null or kind in ('TASK', 'OTHER')),
  check ((kind = 'TASK') = (unit_code is not null) and (unit_code is null) = (unit_name is null)),
  check ((kind in ('TASK', 'PLAN_DATE')) = (due_on is not null)),
  check (done_at is null or kind = 'TASK'),
  check (num_nonnulls(done_at, done_note, done_by_role, done_by_subject) in (0, 4))
);
create index meeting_decision_agenda_item on meeting_decision (meeting_id, item_id);
create index meeting_decision_unit_code on meeting_decision (unit_code);
create index meeting_decision_item_id on meeting_decision (item_id) where item_id is not null;

create table item_escalation (
  id                   uuid        primary key,
  item_id              uuid        not null references order_item,
  axis                 text        not null check (axis = 'DIFFICULTY'),
  level                text        not null check (level = 'D2_LEADING_GROUP'),
  reason               text        not null check (length(reason) between 1 and 2000),
  meeting_id           uuid,
  decision_number      integer,
  escalated_at         timestamptz not null,
  escalated_by_role    text        not null,
  escalated_by_unit    text,
  escalated_by_subject text        not null,
  unique (item_id, axis, level),
  -- Both are written in one transaction, in either order.
  foreign key (meeting_id, decision_number) references meeting_decision (meeting_id, number) deferrable initially deferred,
  check (num_nonnulls(meeting_id, decision_number) in (0, 2))
);
create index item_escalation_decision on item_escalation (meeting_id, decision_number) where meeting_id is not null;

create table item_escalation_head (
  escalation_id uuid    not null references item_escalation,
  position      integer not null,
  leader_code   text    not null references leader (code),
  leader_name   text    not null,
  leader_post   text    not null,
  primary key (escalation_id, position)
);
create index item_escalation_head_leader_code on item_escalation_head (leader_code);
