-- Runs once, on an empty data directory: for each service a role and a database that it owns and no other role may enter.
-- LC_CTYPE must know Chinese: under C, pg_trgm finds nothing in Chinese text, and intake-service refuses to start.
\getenv intake_password INTAKE_DATABASE_PASSWORD
\getenv dispatch_password DISPATCH_DATABASE_PASSWORD
\getenv inspection_password INSPECTION_DATABASE_PASSWORD

create role intake login password :'intake_password';
create database intake owner intake template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
revoke all on database intake from public;
create role dispatch login password :'dispatch_password';
create database dispatch owner dispatch template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
revoke all on database dispatch from public;
create role inspection login password :'inspection_password';
create database inspection owner inspection template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
revoke all on database inspection from public;

revoke connect on database postgres from public;
