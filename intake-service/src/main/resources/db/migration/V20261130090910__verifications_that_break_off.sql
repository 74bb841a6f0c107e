-- A verification in the background that cannot go on ends without an answer, instead of running for ever.
alter table ledger_verification_run drop constraint ledger_verification_run_status_check;
alter table ledger_verification_run add constraint ledger_verification_run_status_check
  check (status in ('RUNNING', 'VALID', 'INVALID', 'BROKEN_OFF'));
