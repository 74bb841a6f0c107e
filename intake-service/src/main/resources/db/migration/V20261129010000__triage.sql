-- Why a complaint waits, what makes two of them the same, and what the desk can put right afterwards.

alter table category add column filing_threshold double precision not null default 1
  check (filing_threshold between 0 and 1);

create table other_body (
  code         text    primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name         text    not null,
  english_name text    not null,
  keywords     text[]  not null,
  active       boolean not null
);

alter table problem
  add column merged_into uuid references problem,
  drop constraint problem_status_check,
  add constraint problem_status_check check (status in
    ('OPEN', 'DISPATCHED', 'REPLIED', 'RECHECK_PENDING', 'REWORK', 'WRITTEN_OFF', 'CANCELLED', 'MERGED')) not valid,
  add constraint problem_merged_into_check check (status <> 'MERGED' or merged_into is not null);
create index if not exists problem_merged_into on problem (merged_into) where merged_into is not null;

alter table complaint
  add column sent_fingerprints  bytea check (octet_length(sent_fingerprints) % 8 = 0),
  add column content_key        bigint,
  add column waiting_for        text check (waiting_for in ('VERIFICATION', 'CATEGORY', 'DUPLICATE', 'SCOPE')),
  add column likely_problem_id  uuid references problem,
  add column handover_body_code text references other_body,
  add column handover_reason    text check (char_length(handover_reason) between 1 and 500),
  add column handover_reply     text check (char_length(handover_reply) between 1 and 500),
  drop constraint complaint_status_check,
  drop constraint complaint_check,
  add constraint complaint_status_check check (status in
    ('RECEIVED', 'FILED', 'MERGED', 'HANDED_OVER', 'REJECTED', 'WITHDRAWN')) not valid,
  -- What was handed over keeps its problem when that ended with it.
  add constraint complaint_problem_check check (case
    when status in ('FILED', 'MERGED') then problem_id is not null
    when status = 'HANDED_OVER' then true
    else problem_id is null end) not valid,
  add constraint complaint_waiting_check check (status = 'RECEIVED' or (waiting_for is null and likely_problem_id is null)),
  add constraint complaint_handover_check check ((status = 'HANDED_OVER') = (handover_body_code is not null)
    and (handover_body_code is null) = (handover_reason is null)
    and (handover_body_code is null) = (handover_reply is null));
create index if not exists complaint_content_key on complaint (content_key, id) where content_key is not null;
create index if not exists complaint_likely_problem_id on complaint (likely_problem_id) where likely_problem_id is not null;
create index if not exists complaint_handover_body_code on complaint (handover_body_code) where handover_body_code is not null;
