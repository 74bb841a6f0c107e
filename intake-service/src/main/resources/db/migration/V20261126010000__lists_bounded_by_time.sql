-- A list bounded by a moment is in the order of that moment, so that what lies beyond its bounds is never read.
create index if not exists problem_filed_at on problem (filed_at, id);
create index if not exists complaint_received_at on complaint (received_at, id);
create index if not exists ledger_entry_occurred_at on ledger_entry (occurred_at, id);
