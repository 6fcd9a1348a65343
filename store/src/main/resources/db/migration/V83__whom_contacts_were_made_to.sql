-- To whom a contact was made: only tries to reach the debtor show that the debtor is lost. What was
-- written before is not known of; it is forgotten within a month.

alter table contact_permit add column relation text;
alter table outside_contact add column relation text;
comment on column contact_permit.relation is
  'Of whoever has the number to the debtor; null: not noted, as for answers.';
comment on column outside_contact.relation is
  'Of whoever was contacted to the debtor; null: neither told nor known by the number.';

drop function contact_history(uuid[], text[], timestamptz, uuid[]);
create function contact_history(
  persons uuid[], numbers text[], since timestamptz, asked uuid[])
returns table (id uuid, person_id uuid, at timestamptz, channel text, number text, state text,
  effective boolean, expires_at timestamptz, relation text)
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
    select p.id, p.person_id, p.granted_at, p.channel, p.number, p.state, p.effective,
      p.expires_at, p.relation
      from contact_permit p
      where p.person_id = any(persons) and p.granted_at > since and p.purpose <> 'reply'
    union all
    select p.id, p.person_id, p.granted_at, p.channel, p.number, p.state, p.effective,
      p.expires_at, p.relation
      from contact_permit p
      where p.number = any(numbers) and p.person_id <> all(persons)
        and p.granted_at > since and p.purpose <> 'reply'
    union all
    select null::uuid, o.person_id, o.at, o.channel, o.number, null, o.effective,
      null::timestamptz, o.relation
      from outside_contact o
      where o.person_id = any(persons) and o.at > since
    union all
    select null::uuid, o.person_id, o.at, o.channel, o.number, null, o.effective,
      null::timestamptz, o.relation
      from outside_contact o
      where o.number = any(numbers) and o.person_id <> all(persons) and o.at > since
    union all
    select r.id, r.person_id, r.at, r.channel, r.number, 'refused', null, null::timestamptz, null
      from contact_refusal r
      where r.id = any(asked);
end $$;
comment on function contact_history is
  'Persons and numbers must be named once each. Only at the isolation level read committed.';
