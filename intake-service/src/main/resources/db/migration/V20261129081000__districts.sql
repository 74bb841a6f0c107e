-- The district and a box around it in WGS-84: a point outside is a mistake.
create table district (
  code  text             primary key check (code ~ '^[0-9]{6}$'),
  name  text             not null,
  west  double precision not null check (west between -180 and 180),
  south double precision not null check (south between -90 and 90),
  east  double precision not null check (east <= 180),
  north double precision not null check (north <= 90),
  check (west < east and south < north)
);
