-- A problem that has come back after its write-off names the one it was.
alter table problem add column relapse_of uuid;
create index if not exists problem_relapse_of on problem (relapse_of) where relapse_of is not null;
