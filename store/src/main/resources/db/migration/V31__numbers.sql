-- Budgets of numbers: caps that count per number count over all people who have it.

create table number_budget (
  number  text primary key
);
comment on table number_budget is 'A row to lock while the contacts at a number are counted.';
comment on column contact_permit.number is
  'Keyed image of the number or address, the same for all kinds and people; empty for an answer.';
create index contact_permit_number on contact_permit (number, granted_at) where purpose <> 'reply';
create index outside_contact_number on outside_contact (number, at);

-- Persons before numbers, and both in order, so that two transactions can't wait for each other.
drop function contact_history(uuid[], timestamptz);
create function contact_history(persons uuid[], numbers text[], since timestamptz)
returns table (person_id uuid, at timestamptz, channel text, number text, effective boolean)
language plpgsql volatile as $$
#variable_conflict use_column
declare
  made bigint;
begin
  insert into contact_budget (person_id)
    select id from unnest(persons) as id order by id on conflict do nothing;
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
    select p.person_id, p.granted_at, p.channel, p.number, p.effective from contact_permit p
      where p.person_id = any(persons) and p.granted_at > since and p.purpose <> 'reply'
    union all
    select p.person_id, p.granted_at, p.channel, p.number, p.effective from contact_permit p
      where p.number = any(numbers) and p.person_id <> all(persons)
        and p.granted_at > since and p.purpose <> 'reply'
    union all
    select o.person_id, o.at, o.channel, o.number, o.effective from outside_contact o
      where o.person_id = any(persons) and o.at > since
    union all
    select o.person_id, o.at, o.channel, o.number, o.effective from outside_contact o
      where o.number = any(numbers) and o.person_id <> all(persons) and o.at > since;
end $$;
comment on function contact_history is
  'Persons and numbers must be named once each. Only at the isolation level read committed.';
