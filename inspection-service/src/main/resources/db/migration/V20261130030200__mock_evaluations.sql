-- Mock evaluations (模拟测评): the items of a checklist are looked at, point by point, and the score is what passed of what was observed.

-- What is looked at at a place of some type. A new list of a type has the next number; what was evaluated keeps the old one.
create table checklist (
  id              uuid        primary key,
  place_type_code text        not null check (place_type_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  place_type_name text        not null check (char_length(place_type_name) between 1 and 100),
  number          integer     not null check (number > 0),
  created_at      timestamptz not null,
  created_by_role text        not null,
  created_by_unit_code text,
  created_by_subject text     not null,
  unique (place_type_code, number)
);
create table checklist_item (
  checklist_id uuid          not null references checklist,
  number       integer       not null check (number between 1 and 500),
  standard     text          not null check (char_length(standard) between 1 and 500),
  weight       numeric(6, 2) not null check (weight > 0),
  method       text          not null check (method in ('ON_SITE', 'QUESTIONNAIRE', 'DOCUMENTS')),
  primary key (checklist_id, number)
);
create trigger checklist_never_changes before update or delete on checklist for each row execute function refuse_change();
create trigger checklist_item_never_changes before update or delete on checklist_item for each row execute function refuse_change();

create table mock_evaluation (
  id                     uuid        primary key,
  version                bigint      not null,
  name                   text        not null check (char_length(name) between 1 and 100),
  status                 text        not null check (status in ('PLANNED', 'UNDER_WAY', 'CONCLUDED', 'CANCELLED')),
  planned_for            timestamptz not null,
  planned_by_role        text        not null,
  planned_by_unit_code   text,
  planned_by_subject     text        not null,
  point_count            integer     not null check (point_count between 1 and 500),
  item_count             integer     not null check (item_count > 0),
  started_at             timestamptz,
  concluded_at           timestamptz,
  concluded_by_role      text,
  concluded_by_unit_code text,
  concluded_by_subject   text,
  summary                text,
  cancellation_reason    text,
  check ((status in ('UNDER_WAY', 'CONCLUDED')) = (started_at is not null)),
  check ((status = 'CONCLUDED') = (concluded_at is not null)),
  check (num_nulls(concluded_at, concluded_by_role, concluded_by_subject, summary) in (0, 4)),
  check ((status = 'CANCELLED') = (cancellation_reason is not null))
);
create index mock_evaluation_planned_for on mock_evaluation (planned_for, id);
create trigger finished_evaluation_never_changes before update or delete on mock_evaluation
  for each row when (old.status in ('CONCLUDED', 'CANCELLED')) execute function refuse_change();

create table mock_evaluation_inspector (
  evaluation_id uuid not null references mock_evaluation,
  subject       text not null,
  unit_code     text,
  primary key (evaluation_id, subject)
);
create index mock_evaluation_inspector_subject on mock_evaluation_inspector (subject, evaluation_id);

create table evaluation_point (
  id                 uuid    primary key,
  evaluation_id      uuid    not null references mock_evaluation,
  number             integer not null check (number between 1 and 500),
  place              text    not null check (char_length(place) between 1 and 300),
  subdistrict_code   text    not null references subdistrict,
  checklist_id       uuid    not null references checklist,
  place_type_code    text    not null,
  item_count         integer not null check (item_count > 0),
  position_longitude double precision,
  position_latitude  double precision,
  sent_longitude     double precision,
  sent_latitude      double precision,
  sent_crs           text    check (sent_crs in ('WGS84', 'GCJ02', 'BD09')),
  position_doubt     text    check (position_doubt in ('ZERO', 'SWAPPED', 'OUTSIDE_DISTRICT')),
  unique (evaluation_id, number),
  unique (id, evaluation_id, checklist_id),
  check (num_nulls(position_longitude, position_latitude, sent_longitude, sent_latitude, sent_crs) in (0, 5)),
  check (position_doubt is null or position_longitude is not null)
);
create index evaluation_point_checklist_id on evaluation_point (checklist_id);
create index evaluation_point_subdistrict_code on evaluation_point (subdistrict_code);
create trigger evaluation_point_never_changes before update or delete on evaluation_point for each row execute function refuse_change();

create table observation (
  id                    uuid          primary key,
  evaluation_id         uuid          not null,
  point_id              uuid          not null,
  checklist_id          uuid          not null,
  item_number           integer       not null,
  outcome               text          not null check (outcome in ('PASSED', 'FAILED', 'NOT_APPLICABLE')),
  note                  text          check (char_length(note) between 1 and 2000),
  attachment_ids        uuid[]        not null,
  observed_at           timestamptz   not null,
  received_at           timestamptz   not null,
  observed_by_role      text          not null,
  observed_by_unit_code text,
  observed_by_subject   text          not null,
  place_type_code       text          not null,
  subdistrict_code      text          not null,
  weight                numeric(6, 2) not null check (weight > 0),
  finding_id            uuid,
  unique (point_id, item_number),
  foreign key (point_id, evaluation_id, checklist_id) references evaluation_point (id, evaluation_id, checklist_id),
  foreign key (checklist_id, item_number) references checklist_item,
  check (observed_at <= received_at),
  check (outcome <> 'FAILED' or note is not null),
  check (finding_id is null or outcome = 'FAILED')
);
create index observation_observed_at on observation (observed_at, id);
create index observation_evaluation_id on observation (evaluation_id, id);
create index observation_checklist_id on observation (checklist_id, item_number);
create index observation_finding_id on observation (finding_id) where finding_id is not null;

-- What was observed stays; only what it leads to comes later. Nothing is added to what is concluded.
create trigger observation_stays before update on observation
  for each row when (
    old.finding_id is not null
    or (old.id, old.evaluation_id, old.point_id, old.checklist_id, old.item_number, old.outcome, old.note, old.attachment_ids,
        old.observed_at, old.received_at, old.observed_by_role, old.observed_by_unit_code, old.observed_by_subject,
        old.place_type_code, old.subdistrict_code, old.weight)
      is distinct from
       (new.id, new.evaluation_id, new.point_id, new.checklist_id, new.item_number, new.outcome, new.note, new.attachment_ids,
        new.observed_at, new.received_at, new.observed_by_role, new.observed_by_unit_code, new.observed_by_subject,
        new.place_type_code, new.subdistrict_code, new.weight))
  execute function refuse_change();
create trigger observation_is_never_removed before delete on observation for each row execute function refuse_change();
create function refuse_observation() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from mock_evaluation e where e.id = new.evaluation_id and e.status = 'UNDER_WAY') then
    raise exception 'only an evaluation under way is observed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger observation_is_of_an_evaluation_under_way before insert on observation
  for each row execute function refuse_observation();

-- A finding is of an inspection's stop or of an observation.
alter table finding
  alter column inspection_id drop not null,
  alter column stop_number drop not null,
  add column evaluation_id  uuid references mock_evaluation,
  add column observation_id uuid references observation,
  add check (num_nulls(inspection_id, stop_number) in (0, 2)),
  add check (num_nulls(evaluation_id, observation_id) in (0, 2)),
  add check ((inspection_id is null) <> (evaluation_id is null));
create unique index if not exists finding_observation_id on finding (observation_id) where observation_id is not null;
create index if not exists finding_evaluation_id on finding (evaluation_id) where evaluation_id is not null;

-- Lists to begin with, by the types of places that the national evaluation samples [public]; a district puts its own in their place.
insert into checklist (id, place_type_code, place_type_name, number, created_at, created_by_role, created_by_subject) values
  ('01a20000-0000-7000-8000-000000000001', 'RESIDENTIAL', '社区/小区', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000002', 'MARKET', '农贸市场', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000003', 'SCHOOL', '学校', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000004', 'STORE', '商超', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000005', 'HOSPITAL', '医院', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000006', 'TRANSPORT', '交通场站', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000007', 'COMMERCIAL_COMPLEX', '商业综合体', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data'),
  ('01a20000-0000-7000-8000-000000000008', 'BACK_STREET', '背街小巷', 1, '2026-11-30 00:00:00+08', 'SYSTEM', 'reference-data');
insert into checklist_item (checklist_id, number, standard, weight, method) values
  ('01a20000-0000-7000-8000-000000000001', 1, '楼道无乱堆杂物', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000001', 2, '楼体外墙无脱落', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000001', 3, '无飞线充电', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000001', 4, '环境卫生整洁, 垃圾分类投放', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000001', 5, '公示栏有文明公约', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000002', 1, '划行归市, 无店外经营', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000002', 2, '地面无积水污渍', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000002', 3, '活禽区与熟食区分开', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000002', 4, '公厕整洁', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000002', 5, '有公平秤', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000003', 1, '校门周边无占道经营', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000003', 2, '校门口交通有序', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000003', 3, '有公益广告', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000003', 4, '校园周边无违规网吧', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000003', 5, '消防设施完好', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000004', 1, '消防通道畅通', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000004', 2, '无过期食品', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000004', 3, '有诚信经营提示', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000004', 4, '环境卫生整洁', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000004', 5, '有禁烟标识', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000005', 1, '就诊秩序良好', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000005', 2, '公厕整洁', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000005', 3, '有无障碍设施', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000005', 4, '有志愿服务站点', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000005', 5, '有禁烟标识', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000006', 1, '候车秩序良好', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000006', 2, '公厕整洁', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000006', 3, '有无障碍设施', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000006', 4, '出租车按序排队', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000006', 5, '有志愿服务站点', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000007', 1, '消防通道畅通', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000007', 2, '有母婴室', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000007', 3, '公厕整洁', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000007', 4, '非机动车停放有序', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000007', 5, '有公益广告', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000008', 1, '路面无破损', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000008', 2, '无乱贴乱画', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000008', 3, '无暴露垃圾', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000008', 4, '线缆规整, 无蜘蛛网', 1, 'ON_SITE'),
  ('01a20000-0000-7000-8000-000000000008', 5, '机动车停放有序', 1, 'ON_SITE');
