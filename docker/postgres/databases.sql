-- Runs once, on an empty data directory: a database for each service, which no other service looks into.
-- LC_CTYPE must know Chinese: under C, pg_trgm finds nothing in Chinese text, and intake-service refuses to start.
create database intake     template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
create database dispatch   template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
create database inspection template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
