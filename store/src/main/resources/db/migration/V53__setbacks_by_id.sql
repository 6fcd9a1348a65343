-- Work that was given up can be looked at, tried again and dismissed, one by one.

alter table setback
  add column setback_id uuid generated always as (md5(kind || ' ' || item)::uuid) stored,
  add column dismissed_by text,
  add column dismissed_at timestamptz,
  add column dismissed_reason bytea,
  add check (dismissed_at is null or given_up);
comment on column setback.setback_id is 'The same each time that the same item is put aside. Not named id, which statements that ask for free items mean of their own table.';
comment on column setback.dismissed_by is 'Who said that it is not to be done.';
comment on column setback.dismissed_reason is 'Sealed, since people write what they like.';
create unique index setback_by_id on setback (setback_id);
