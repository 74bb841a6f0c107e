-- Two names that differ in nothing but blanks, width and case would lead people to two units.
create unique index if not exists unit_name_folded on unit (regexp_replace(lower(normalize(name, NFKC)), '\s', '', 'g'));
create unique index if not exists unit_alias_folded on unit_alias (regexp_replace(lower(normalize(alias, NFKC)), '\s', '', 'g'));
