-- Photos of observations of mock evaluations, which belong to no problem.
alter table attachment
  drop constraint attachment_owner_kind_check,
  add constraint attachment_owner_kind_check
    check (owner_kind in ('COMPLAINT', 'REPLY', 'RECHECK', 'FINDING', 'SURVEY', 'OBSERVATION'));
