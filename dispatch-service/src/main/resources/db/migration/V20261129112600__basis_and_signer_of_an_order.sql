-- What a printed order says beside its items: what it rests on, and who signs it.
alter table supervision_order
  add column basis_kind text check (basis_kind in
    ('CITIZEN', 'MEDIA_EXPOSURE', 'CITY_COVERT_CHECK', 'CITY_MEETING', 'WEEKLY_KEY_TASK', 'LEADER_ON_SITE',
     'SPECIAL_TEAM', 'INSPECTION_FINDING', 'RELAPSE')),
  add column basis_reference text check (length(basis_reference) <= 100),
  add column basis_on date,
  add column signer text check (length(signer) <= 50),
  add constraint basis_has_a_kind check (basis_kind is not null or basis_reference is null and basis_on is null);

-- What the unit does so that the problem does not come back.
alter table reply add column lasting_measures text check (length(lasting_measures) <= 2000);
