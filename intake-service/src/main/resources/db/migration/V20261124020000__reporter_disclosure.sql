-- Who looked at a reporter in full, and why.
create table reporter_disclosure (
  id            uuid        primary key,
  complaint_id  uuid        not null references complaint,
  reason        text        not null,
  disclosed_at  timestamptz not null,
  actor_role    text        not null,
  actor_subject text        not null
);
create index reporter_disclosure_complaint_id on reporter_disclosure (complaint_id);
