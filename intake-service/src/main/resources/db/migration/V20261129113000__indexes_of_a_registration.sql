-- Indexes that no query uses, and rows that no query looks for in them, cost every registration.

-- No list is narrowed by these. Reference data is never deleted, so no foreign key looks here either.
drop index complaint_community_code;
drop index problem_community_code;
drop index complaint_reporter_phone_hash;

-- Serials are asked for in one spelling and unique in it. An index of that had been given the name of the constraint, so that it was
-- never made.
alter table complaint drop constraint complaint_serial_key;
alter table problem drop constraint problem_serial_key;
create unique index if not exists complaint_serial_spelling on complaint (serial_key(serial));
create unique index if not exists problem_serial_spelling on problem (serial_key(serial));

alter table problem drop constraint problem_finding_id_key;
create unique index if not exists problem_finding_id on problem (finding_id) where finding_id is not null;
drop index problem_lead_unit_code;
create index if not exists problem_lead_unit_code on problem (lead_unit_code, id) where lead_unit_code is not null;

drop index ledger_entry_problem_id;
create index if not exists ledger_entry_problem_id on ledger_entry (problem_id, entry_number) where problem_id is not null;
drop index ledger_entry_complaint_id;
create index if not exists ledger_entry_complaint_id on ledger_entry (complaint_id, entry_number) where complaint_id is not null;
alter table ledger_entry drop constraint ledger_entry_sequence_key;
create unique index if not exists ledger_entry_sequence on ledger_entry (sequence) where sequence is not null;
