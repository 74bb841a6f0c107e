-- Categories of problems as intake-service publishes them; filters name them.
create table category (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name text not null
);
