-- Responsible units as dispatch-service publishes them; filters name them, by an alias as well.
create table unit (
  code    text      primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name    text      not null,
  aliases varchar[] not null
);
