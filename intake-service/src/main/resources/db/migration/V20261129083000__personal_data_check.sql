-- A known text under the key of the personal data, by which a start finds out that it was given another key.
create table personal_data_check (
  only_row boolean primary key default true check (only_row),
  locked   bytea   not null
);
