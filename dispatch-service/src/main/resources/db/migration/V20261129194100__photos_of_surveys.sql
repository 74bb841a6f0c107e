-- Photos and papers that show what was found at a point.
alter table point_survey add column attachment_ids uuid[] not null default '{}';
alter table point_survey alter column attachment_ids drop default;
