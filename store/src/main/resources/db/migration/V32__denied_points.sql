-- Numbers and addresses that somebody said are not the person's.

alter table contact_point add column denied_at timestamptz;
comment on column contact_point.denied_at is
  'Since then nothing is sent there; undone by an import that names another lawful source.';

create function contact_point_from_another_source() returns trigger language plpgsql as $$
begin
  new.denied_at := null;
  return new;
end $$;
create trigger contact_point_from_another_source before update of source on contact_point
  for each row when (new.source is not null and new.source is distinct from old.source)
  execute function contact_point_from_another_source();
