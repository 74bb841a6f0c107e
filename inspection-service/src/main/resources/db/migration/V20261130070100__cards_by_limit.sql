-- A round can have several limits, each of which can pass: a card for each.
alter table warning_card drop constraint warning_card_item_id_cause_round_unit_code_key;
create unique index if not exists warning_card_for_limit on warning_card (item_id, unit_code, due_at) where cause = 'OVERDUE';
create unique index if not exists warning_card_for_round on warning_card (item_id, unit_code, round) where cause = 'FAILED_RECHECKS';
-- The two above answer for one cause each; this one for all cards of an item.
create index if not exists warning_card_item_id on warning_card (item_id);
