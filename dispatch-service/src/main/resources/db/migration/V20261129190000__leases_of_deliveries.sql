-- What is in somebody's hands says so apart from when it is due, so that its address can be passed over meanwhile.
alter table delivery
  add column leased_until timestamptz,
  add constraint delivery_is_leased_while_it_waits check (leased_until is null or status = 'WAITING');
-- The oldest of each address decides when the address is due.
drop index delivery_waiting;
create index if not exists delivery_waiting_at on delivery (channel, address, id) where status = 'WAITING';
