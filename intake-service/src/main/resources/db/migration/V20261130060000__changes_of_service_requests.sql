-- When a complaint or a problem last changed, for those who copy service requests (updated_after). Null as long as it never did, so
-- that a registration writes nothing into these indexes. The last change is the end: what is taken down after it moves nothing.
-- What is here already is not rewritten, since a table of all problems would be locked for it: of what was written off, its end counts.
alter table complaint add column changed_at timestamptz;
alter table problem add column changed_at timestamptz;

create function complaint_changed() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end
$$;
create trigger complaint_changed before update on complaint for each row execute function complaint_changed();

create function problem_changed() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status or new.status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED') then
    new.changed_at := now();
  end if;
  return new;
end
$$;
create trigger problem_changed before update on problem for each row execute function problem_changed();

create index if not exists complaint_changed_at on complaint (changed_at) where changed_at is not null;
create index if not exists problem_changed_at on problem (changed_at) where changed_at is not null;
create index if not exists problem_written_off_before on problem (written_off_at) where changed_at is null and written_off_at is not null;

-- The list of services as it was last told, and since when it has been so: what discovery calls the changeset.
create table open311_changeset (
  only_row    boolean     primary key default true check (only_row),
  fingerprint text        not null,
  since       timestamptz not null
);
