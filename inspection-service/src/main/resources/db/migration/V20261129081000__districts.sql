-- The district as intake-service publishes it, and why a position cannot be one in it.
create table district (
  code  text             primary key check (code ~ '^[0-9]{6}$'),
  name  text             not null,
  west  double precision not null check (west between -180 and 180),
  south double precision not null check (south between -90 and 90),
  east  double precision not null check (east <= 180),
  north double precision not null check (north <= 90),
  check (west < east and south < north)
);

alter table recheck add column position_doubt text check (position_doubt in ('ZERO', 'SWAPPED', 'OUTSIDE_DISTRICT')),
  add check (position_doubt is null or position_longitude is not null);
alter table inspection_stop add column position_doubt text check (position_doubt in ('ZERO', 'SWAPPED', 'OUTSIDE_DISTRICT')),
  add check (position_doubt is null or position_longitude is not null);
