-- Who told of which problem first: what residents complain of, what inspections find, and both.

-- A complaint or finding that is at a problem. The fact that is newest by joined_at counts, in whatever order they come.
create table known_report (
  complaint_id uuid        primary key,
  problem_id   uuid,
  source_kind  text        not null,
  known_at     timestamptz not null,
  joined_at    timestamptz not null
);
create index if not exists known_report_problem_id on known_report (problem_id) where problem_id is not null;

create table known_problem (
  id               uuid        primary key,
  problem_serial   text        not null,
  subdistrict_code text,
  complained_at    timestamptz,
  found_at         timestamptz,
  known_at         timestamptz,
  check (known_at is not distinct from least(complained_at, found_at))
);
create index if not exists known_problem_known_at on known_problem (known_at, id) where known_at is not null;
