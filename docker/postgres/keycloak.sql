-- Runs once, on an empty data directory, where docker/city.yml is used: a role and a database for Keycloak, as databases.sql
-- makes them for the services.
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD

create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
revoke all on database keycloak from public;
