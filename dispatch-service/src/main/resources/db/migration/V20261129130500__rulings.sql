-- The special team's last word on items that two units have returned to each other, and the precedents among them.

create sequence ruling_number;

create table ruling (
  id                   uuid        primary key,
  number               integer     not null unique check (number >= 1),
  item_id              uuid        not null references order_item,
  request_id           uuid        not null unique references unit_request,
  problem_serial       text        not null,
  returned_by_code     text        not null references unit (code),
  returned_by_name     text        not null,
  suggested_unit_code  text        not null references unit (code),
  suggested_unit_name  text        not null,
  lead_unit_code       text        not null references unit (code),
  lead_unit_name       text        not null,
  clause_code          text        not null references duty_clause (code),
  reason               text        not null check (length(reason) between 1 and 2000),
  precedent            boolean     not null,
  category_code        text        check (category_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  subdistrict_code     text        check (subdistrict_code ~ '^[0-9]{9}$'),
  community_code       text        check (community_code ~ '^[0-9]{12}$'),
  words                text        not null check (length(words) <= 300),
  ruled_at             timestamptz not null,
  ruled_by_role        text        not null,
  ruled_by_unit        text,
  ruled_by_subject     text        not null,
  withdrawn_at         timestamptz,
  withdrawn_by_role    text,
  withdrawn_by_unit    text,
  withdrawn_by_subject text,
  withdrawal_reason    text        check (length(withdrawal_reason) between 1 and 2000),
  version              bigint      not null,
  check (precedent = (category_code is not null)),
  check (category_code is not null or subdistrict_code is null),
  check (subdistrict_code is not null or community_code is null),
  check (precedent or withdrawn_at is null),
  check ((withdrawn_at is null) = (withdrawal_reason is null) and (withdrawn_at is null) = (withdrawn_by_subject is null))
);
create index ruling_item_id on ruling (item_id);
create index ruling_returned_by_code on ruling (returned_by_code);
create index ruling_suggested_unit_code on ruling (suggested_unit_code);
create index ruling_lead_unit_code on ruling (lead_unit_code);
create index ruling_clause_code on ruling (clause_code);
create index ruling_precedents on ruling (category_code) where precedent and withdrawn_at is null;
