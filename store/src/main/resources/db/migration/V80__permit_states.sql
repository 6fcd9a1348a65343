-- A permit is in one of six states and goes only the ways of io.heyue.core.budget.PermitTable; a
-- test holds this against it. What of a permit counts follows from its state alone.

alter table contact_permit drop constraint contact_permit_state_check;
update contact_permit set state = case when effective then 'reached' else 'missed' end
  where effective is not null;
alter table contact_permit drop column effective;
alter table contact_permit
  add constraint contact_permit_state_check check
    (state in ('reserved', 'used', 'expired', 'released', 'reached', 'missed')),
  add column effective boolean generated always as (case
    when state = 'reached' then true
    when state in ('expired', 'released', 'missed') then false end) stored,
  add column tasks text[] not null default '{}';
comment on column contact_permit.id is
  'Also the key of the attempt: whoever asks again under it gets the same answer.';
comment on column contact_permit.effective is 'Whether the right party was reached; null: unknown.';
comment on column contact_permit.settled_at is 'When it came out of the states reserved and used.';

create function contact_permit_step() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or (old.state, new.state) not in (
      ('reserved', 'used'),
      ('reserved', 'released'),
      ('reserved', 'expired'),
      ('reserved', 'reached'),
      ('reserved', 'missed'),
      ('used', 'reached'),
      ('used', 'missed'),
      ('missed', 'reached')) then
    raise exception 'A contact permit can''t become %.', new.state using
      errcode = 'check_violation', table = 'contact_permit', constraint = 'contact_permit_step';
  end if;
  return new;
end $$;
create trigger contact_permit_begin before insert on contact_permit
  for each row when (new.state <> 'reserved') execute function contact_permit_step();
create trigger contact_permit_step before update of state on contact_permit
  for each row when (new.state <> old.state) execute function contact_permit_step();

-- Tells also what is known of the permits that are asked for, so that a repeated question is seen.
drop function contact_history(uuid[], text[], timestamptz);
create function contact_history(
  persons uuid[], numbers text[], since timestamptz, asked uuid[])
returns table (id uuid, person_id uuid, at timestamptz, channel text, number text, state text,
  effective boolean, expires_at timestamptz)
language plpgsql volatile as $$
#variable_conflict use_column
declare
  made bigint;
begin
  insert into contact_budget (person_id)
    select each from unnest(persons) as each order by each on conflict do nothing;
  get diagnostics made = row_count;
  -- Rows that we made ourselves are ours already.
  if made < cardinality(persons) then
    perform from contact_budget where person_id = any(persons) order by person_id for update;
  end if;
  insert into number_budget (number)
    select each from unnest(numbers) as each order by each on conflict do nothing;
  get diagnostics made = row_count;
  if made < cardinality(numbers) then
    perform from number_budget where number = any(numbers) order by number for update;
  end if;
  return query
    select p.id, p.person_id, p.granted_at, p.channel, p.number, p.state, p.effective, p.expires_at
      from contact_permit p
      where p.person_id = any(persons) and p.granted_at > since and p.purpose <> 'reply'
    union all
    select p.id, p.person_id, p.granted_at, p.channel, p.number, p.state, p.effective, p.expires_at
      from contact_permit p
      where p.number = any(numbers) and p.person_id <> all(persons)
        and p.granted_at > since and p.purpose <> 'reply'
    union all
    select null::uuid, o.person_id, o.at, o.channel, o.number, null, o.effective, null::timestamptz
      from outside_contact o
      where o.person_id = any(persons) and o.at > since
    union all
    select null::uuid, o.person_id, o.at, o.channel, o.number, null, o.effective, null::timestamptz
      from outside_contact o
      where o.number = any(numbers) and o.person_id <> all(persons) and o.at > since
    union all
    select r.id, r.person_id, r.at, r.channel, r.number, 'refused', null, null::timestamptz
      from contact_refusal r
      where r.id = any(asked);
end $$;
comment on function contact_history is
  'Persons and numbers must be named once each. Only at the isolation level read committed.';
