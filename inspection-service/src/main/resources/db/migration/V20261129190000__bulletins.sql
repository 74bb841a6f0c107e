-- Every concluded inspection has a bulletin (督查专报), numbered per year on the district's calendar and without gaps.
create table bulletin_serial (
  year integer primary key,
  last integer not null check (last >= 0)
);

alter table inspection add column bulletin_serial text unique;

with numbered as (
  select id, extract(year from concluded_at at time zone 'Asia/Shanghai')::integer as year,
    row_number() over (
      partition by extract(year from concluded_at at time zone 'Asia/Shanghai') order by concluded_at, id) as number
  from inspection where status = 'CONCLUDED'
)
update inspection i set bulletin_serial = '〔' || n.year || '〕第' || n.number || '期' from numbered n where n.id = i.id;

insert into bulletin_serial (year, last)
  select extract(year from concluded_at at time zone 'Asia/Shanghai')::integer, count(*)
  from inspection where status = 'CONCLUDED' group by 1;

alter table inspection add check ((status = 'CONCLUDED') = (bulletin_serial is not null));
