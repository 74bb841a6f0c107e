-- A re-check that a reporter asks for, who says that what was written off is not solved.

alter table recheck
  drop constraint recheck_kind_check,
  add constraint recheck_kind_check check (kind in ('AFTER_REPLY', 'LOOK_BACK', 'FEEDBACK')),
  -- How many of the same kind there were before about the item, and the complaints whose reporters ask for it.
  add column turn     integer not null default 0 check (turn >= 0),
  add column asked_by uuid[]  not null default '{}',
  add constraint recheck_doubted check ((kind = 'FEEDBACK') = (cardinality(asked_by) > 0)),
  add constraint recheck_asked_again check (kind = 'FEEDBACK' or turn = 0),
  drop constraint recheck_once_a_round;
alter table recheck add constraint recheck_once_a_round unique (item_id, round, kind, turn);

-- A look-back may be drawn for later while somebody goes at once.
drop index recheck_one_open_per_item;
create unique index if not exists recheck_one_open_per_item on recheck (item_id, kind) where status in ('PLANNED', 'ASSIGNED');
create index if not exists recheck_after_feedback on recheck (due_at, id) where kind = 'FEEDBACK';
