-- Locks the budgets of persons until the transaction ends, and then tells what they were contacted
-- by. One call, since a permit is asked for often and each way to the server costs; a function that
-- is volatile, since what is read must be what was committed when the lock was had, not before.

create function contact_history(persons uuid[], since timestamptz)
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
  return query
    select p.person_id, p.granted_at, p.channel, p.number, p.effective from contact_permit p
      where p.person_id = any(persons) and p.granted_at > since and p.purpose <> 'reply'
    union all
    select o.person_id, o.at, o.channel, o.number, o.effective from outside_contact o
      where o.person_id = any(persons) and o.at > since;
end $$;
comment on function contact_history is
  'Persons must be named once each. Only at the isolation level read committed.';
