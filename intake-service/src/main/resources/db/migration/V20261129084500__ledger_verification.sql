-- How far the chain has been found whole, and from when on it may be verified again. Its one row belongs to the verification
-- under way, of which there is one at a time.
create table ledger_verification (
  only_row    boolean     primary key default true check (only_row),
  sequence    bigint      not null check (sequence >= 0),
  hash        bytea       not null check (length(hash) = 32),
  verified_at timestamptz,
  not_before  timestamptz not null
);
insert into ledger_verification (sequence, hash, not_before) values (0, decode(repeat('00', 32), 'hex'), now());
