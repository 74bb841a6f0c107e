-- What a write-off of a problem of each kind asks for: a photo, the inspector's position, the quiet time after the reply.

alter table category
  add column photo_evidence    text not null default 'ADVISED' check (photo_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  add column position_evidence text not null default 'ADVISED' check (position_evidence in ('REQUIRED', 'ADVISED', 'NONE')),
  add column quiet_evidence    text not null default 'ADVISED' check (quiet_evidence in ('REQUIRED', 'ADVISED', 'NONE'));
