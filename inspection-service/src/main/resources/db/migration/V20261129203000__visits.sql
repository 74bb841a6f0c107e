-- Visits by place and time. Each stop has an id of its own, by which a list of visits goes on after a row.

alter table inspection_stop
  add column id uuid generated always as (cast(md5(cast(inspection_id as text) || cast(number as text)) as uuid)) stored;

create index if not exists inspection_stop_visited_at on inspection_stop (visited_at, id) where visited_at is not null;
create index if not exists inspection_stop_subdistrict_visited_at on inspection_stop (subdistrict_code, visited_at)
  where visited_at is not null;
create index if not exists inspection_line_code on inspection (line_code) where line_code is not null;
