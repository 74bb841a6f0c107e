-- What reporters say after the write-off, and the calls that ask them.

create table feedback (
  id            uuid        primary key,
  complaint_id  uuid        not null unique references complaint,
  problem_id    uuid        not null references problem,
  resolved      boolean     not null,
  satisfaction  integer     not null check (satisfaction between 1 and 5),
  comment       text        check (char_length(comment) between 1 and 500),
  way           text        not null check (way in ('PUBLIC', 'CALL_BACK')),
  given_at      timestamptz not null,
  actor_role    text        not null,
  actor_unit    text,
  actor_subject text        not null
);
create index feedback_problem_id on feedback (problem_id);
create index feedback_given_at on feedback (given_at, id);

-- The erasure of a reporter masks the comment, and changes nothing else.
create function feedback_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'comment' = to_jsonb(old) - 'comment' then
    return new;
  end if;
  raise exception 'feedback is append-only' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger feedback_append_only before update or delete on feedback
  for each row execute function feedback_is_append_only();
create trigger feedback_no_truncate before truncate on feedback
  for each statement execute function feedback_is_append_only();

create table call_back (
  id              uuid        primary key,
  version         bigint      not null,
  complaint_id    uuid        not null unique references complaint,
  status          text        not null check (status in ('OPEN', 'DONE', 'CLOSED')),
  planned_at      timestamptz not null,
  due_at          timestamptz not null check (due_at >= planned_at),
  attempts        integer     not null check (attempts >= 0),
  last_attempt_at timestamptz,
  ended_at        timestamptz,
  check ((attempts > 0) = (last_attempt_at is not null)),
  check ((status = 'OPEN') = (ended_at is null)),
  check (status <> 'DONE' or attempts > 0)
);
create index call_back_due_at on call_back (due_at, id);
create index call_back_open on call_back (due_at, id) where status = 'OPEN';
