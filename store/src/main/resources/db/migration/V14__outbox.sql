-- Messages on their way out. A row is 'sending', and committed, before a carrier hears of it.

create table letter (
  id               uuid        primary key,
  permit_id        uuid        not null unique references contact_permit,
  case_id          uuid        not null,
  conversation_id  uuid,
  channel          text        not null,
  point_id         uuid        not null,
  lang             text        not null,
  body             bytea       not null,
  state            text        not null check (state in
    ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired', 'unknown')),
  attempts         integer     not null default 0,
  created_at       timestamptz not null,
  next_at          timestamptz not null,
  expires_at       timestamptz not null,
  claimed_at       timestamptz,
  reference        text,
  reason           text,
  finished_at      timestamptz
);
create index letter_due on letter (next_at) where state = 'queued';
create index letter_claimed on letter (claimed_at) where state = 'sending';
create index letter_reference on letter (channel, reference) where reference is not null;
