-- How complaints and problems came by their sub-district, and what speaks against it (ADR 0047). What is here already is not rewritten,
-- since a table of all problems would be locked for it: its codes were sent, or set by the desk.
alter table complaint
  add column placed_by   text,
  add column place_doubt text,
  add constraint complaint_placed_by_check check
    (placed_by in ('CODE', 'POINT', 'NAME') and (placed_by is null or subdistrict_code is not null)) not valid,
  add constraint complaint_place_doubt_check check
    (place_doubt in ('OUTSIDE_DISTRICT', 'POINT_ELSEWHERE', 'SEVERAL_NAMES')) not valid,
  drop constraint complaint_waiting_for_check,
  add constraint complaint_waiting_for_check check
    (waiting_for in ('VERIFICATION', 'CATEGORY', 'DUPLICATE', 'SCOPE', 'PLACE')) not valid;
alter table problem
  add column placed_by   text,
  add column place_doubt text,
  add constraint problem_placed_by_check check
    (placed_by in ('CODE', 'POINT', 'NAME') and (placed_by is null or subdistrict_code is not null)) not valid,
  add constraint problem_place_doubt_check check
    (place_doubt in ('OUTSIDE_DISTRICT', 'POINT_ELSEWHERE', 'SEVERAL_NAMES')) not valid;
