-- Texts and serials are searched in one spelling; the functions are the kit's.
create index if not exists complaint_search on complaint using gin (search_text(coalesce(subject, '') || ' ' || text) gin_trgm_ops);
create index if not exists problem_search on problem using gin (search_text(title || ' ' || description) gin_trgm_ops);
create index if not exists complaint_serial_key on complaint (serial_key(serial));
create index if not exists problem_serial_key on problem (serial_key(serial));
drop index complaint_text_trigrams;
drop index problem_text_trigrams;
