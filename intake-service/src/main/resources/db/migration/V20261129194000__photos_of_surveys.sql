-- Photos of surveys of points of campaigns, which belong to no problem.
alter table attachment
  drop constraint attachment_owner_kind_check,
  add constraint attachment_owner_kind_check check (owner_kind in ('COMPLAINT', 'REPLY', 'RECHECK', 'FINDING', 'SURVEY'));
