-- A problem whose item is suspended: since when its clock stands, as dispatch-service tells.
alter table problem add column suspended_at timestamptz;
alter table problem
  drop constraint problem_status_check,
  add constraint problem_status_check check (status in
    ('OPEN', 'DISPATCHED', 'REPLIED', 'RECHECK_PENDING', 'REWORK', 'SUSPENDED', 'WRITTEN_OFF', 'CANCELLED', 'MERGED')) not valid,
  add constraint problem_suspended_since check (status <> 'SUSPENDED' or suspended_at is not null) not valid;
alter table problem validate constraint problem_status_check;
alter table problem validate constraint problem_suspended_since;
