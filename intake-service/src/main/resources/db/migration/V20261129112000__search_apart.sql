-- What is searched for words stands apart from what registration writes: two indexes of trigrams cost more than all else of a row.
-- Each text is taken over in the order of the ledger, which names every complaint and problem once; the texts do not change.
drop index complaint_search;
drop index problem_search;

-- No foreign keys: both can be made anew from what they are made of, by setting search_head to 0.
create table complaint_search (
  id   uuid primary key,
  text text not null
);
create table problem_search (
  id   uuid primary key,
  text text not null
);
insert into complaint_search select id, search_text(coalesce(subject, '') || ' ' || text) from complaint;
insert into problem_search select id, search_text(title || ' ' || description) from problem;
create index complaint_search_text on complaint_search using gin (text gin_trgm_ops);
create index problem_search_text on problem_search using gin (text gin_trgm_ops);

-- The last entry of the ledger whose text can be found; its one row belongs to who is taking over, of which there is one at a time.
create table search_head (
  only_row boolean primary key default true check (only_row),
  sequence bigint  not null check (sequence >= 0)
);
insert into search_head (sequence) select sequence from ledger_head;
