-- Items that wait for a person to decide whether somebody is contacted.

alter table campaign_item drop constraint campaign_item_status_check;
alter table campaign_item add constraint campaign_item_status_check
  check (status in ('waiting', 'refused', 'done', 'needs_person'));
alter table campaign_item add column rules text[] not null default '{}';
alter table campaign_item add column flags text[] not null default '{}';
alter table campaign_item add column referred_at timestamptz;
comment on column campaign_item.rules is 'Which rules leave it to a person, where it waits for one.';
comment on column campaign_item.flags is 'What a person has to decide on, where it waits for one.';
comment on column campaign_item.referred_at is 'Since when it waits for a person.';
create index campaign_item_referred on campaign_item (account_id) where status = 'needs_person';
create index campaign_item_person on campaign_item (person_id)
  where status in ('waiting', 'needs_person');
