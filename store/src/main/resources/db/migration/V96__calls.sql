-- What calls leave behind: why one failed, which numbers are not called any more, what was heard of our words.

alter table early_receipt add column reason text not null default '';

alter table contact_point add column uncalled_since timestamptz;
comment on column contact_point.uncalled_since is
  'Since then it is not called, though it may be written to; undone as denied_at is.';
create or replace function contact_point_from_another_source() returns trigger language plpgsql as $$
begin
  new.denied_at := null;
  new.uncalled_since := null;
  return new;
end $$;

alter table message add column heard integer check (heard >= 0);
comment on column message.heard is
  'So many characters of it were heard, where it was spoken and cut short.';

create index letter_calls_failed on letter (point_id, finished_at)
  where channel = 'call' and state = 'failed';
create index letter_calls_due on letter (next_at) where channel = 'call' and state = 'queued';
