-- Campaigns and their work.

create table campaign (
  id          uuid        primary key,
  name        text        not null,
  filter      jsonb       not null,
  approach    jsonb       not null,
  status      text        not null check (status in
    ('draft', 'scheduled', 'running', 'paused', 'stopped', 'done')),
  start_at    timestamptz,
  planned     boolean     not null default false,
  created_at  timestamptz not null
);

create table campaign_item (
  campaign_id  uuid        not null references campaign,
  account_id   uuid        not null references account,
  person_id    uuid        not null,
  status       text        not null check (status in ('waiting', 'refused', 'done')),
  attempts     integer     not null default 0,
  next_at      timestamptz not null,
  written_at   timestamptz,
  reason       text,
  primary key (campaign_id, account_id)
);
create index campaign_item_due on campaign_item (next_at) where status = 'waiting';
create index campaign_item_waiting on campaign_item (campaign_id) where status = 'waiting';
