-- Categories as a tree of two levels with effective dates, what a learned model recognised in a message, and the models
-- that were trained here.

create table category_group (
  code         text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name         text not null,
  english_name text not null,
  position     int  not null check (position > 0)
);

alter table category
  add column parent_code     text references category_group,
  add column unit_code       text check (unit_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  add column example         text check (char_length(example) between 1 and 200),
  add column counter_example text check (char_length(counter_example) between 1 and 200),
  add column valid_from      date,
  add column valid_until     date check (valid_until > valid_from),
  -- Changed here: the files of reference data no longer change it.
  add column edited          boolean not null default false,
  add column version         bigint not null default 0;
create index if not exists category_parent_code on category (parent_code) where parent_code is not null;

alter table complaint
  add column intent                 text check (intent in ('COMPLAINT', 'HELP', 'QUESTION', 'SUGGESTION', 'REPORT', 'PRAISE')),
  add column intent_confidence      double precision check (intent_confidence between 0 and 1),
  add column scope                  text check (scope in ('OURS', 'OTHER_BODY', 'UNCLEAR')),
  add column scope_confidence       double precision check (scope_confidence between 0 and 1),
  add column likely_body_code       text references other_body,
  add column likely_body_confidence double precision check (likely_body_confidence between 0 and 1),
  add column recognition_model      text,
  add constraint complaint_recognised_check check (num_nulls(intent, intent_confidence, scope, scope_confidence, recognition_model) in (0, 5)),
  add constraint complaint_likely_body_check check ((likely_body_code is null) = (likely_body_confidence is null));
create index if not exists complaint_likely_body_code on complaint (likely_body_code) where likely_body_code is not null;
create index if not exists complaint_recognised on complaint (id) where recognition_model is not null;

create table recognition_model (
  version               text             primary key check (version ~ '^\d{4}-\d{2}-\d{2}\.\d{1,4}$'),
  trained_at            timestamptz      not null,
  trained_by            text             not null,
  held_out_from         date             not null,
  lessons               int              not null check (lessons > 0),
  messages              int              not null check (messages >= 0),
  in_scope              int              not null check (in_scope between 0 and messages),
  filed                 int              not null check (filed between 0 and messages),
  filed_right           int              not null check (filed_right between 0 and filed),
  filed_of_another_body int              not null check (filed_of_another_body between 0 and filed),
  category_macro_f1     double precision not null check (category_macro_f1 between 0 and 1),
  scope_f1              double precision not null check (scope_f1 between 0 and 1),
  calibration_error     double precision not null check (calibration_error between 0 and 1),
  in_force              boolean          not null,
  content               bytea            not null
);
-- At most one is in force.
create unique index recognition_model_in_force on recognition_model (in_force) where in_force;
