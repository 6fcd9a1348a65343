-- A confirmation is over once its letter has left, not once it is queued.

alter table confirmation drop constraint confirmation_state_check;
alter table confirmation
  add constraint confirmation_state_check
    check (state in ('waiting', 'underway', 'sent', 'dropped')),
  add column permit_id uuid,
  add column tries integer not null default 0,
  add column reason text;
comment on column confirmation.permit_id is 'Of the last letter that was written for it.';
comment on column confirmation.tries is 'Letters that were written for it.';

-- Several agreements about one case are confirmed by one letter.
update confirmation c set state = 'dropped', reason = 'confirmed with another'
  where c.state = 'waiting' and exists (select from confirmation o
    where o.case_id = c.case_id and o.state = 'waiting' and o.id < c.id);
create unique index confirmation_waiting on confirmation (case_id) where state = 'waiting';
create index confirmation_underway on confirmation (permit_id) where state in ('underway', 'sent');
