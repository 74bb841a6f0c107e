-- A webhook that was removed is hidden at once and goes later with its calls, in short transactions.
alter table webhook
  add column removed_at timestamptz,
  add constraint webhook_removed_is_not_active check (removed_at is null or not active);
