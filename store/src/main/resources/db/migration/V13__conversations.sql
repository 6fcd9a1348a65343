-- Conversations, what was said in them, and the links by which people come to them.

create table conversation (
  id              uuid        primary key,
  case_id         uuid        not null references case_state,
  person_id       uuid        not null references person,
  channel         text        not null,
  point_id        uuid,
  campaign_id     uuid,
  permit_id       uuid,
  lang            text        not null,
  flow            text        not null,
  state           jsonb,
  version         bigint      not null default 0,
  verified        boolean     not null default false,
  disposition     text,
  created_at      timestamptz not null,
  begun_at        timestamptz,
  ended_at        timestamptz,
  next_listen_at  timestamptz
);
comment on column conversation.state is 'Null until the person is there.';
comment on column conversation.permit_id is 'The contact by which the person came to it.';
create index conversation_case on conversation (case_id);
create index conversation_person on conversation (person_id, channel, created_at);
create index conversation_begun on conversation (begun_at, id) where begun_at is not null;
create index conversation_listen on conversation (next_listen_at)
  where next_listen_at is not null and ended_at is null;

create table message (
  conversation_id  uuid        not null references conversation,
  seq              bigint      not null,
  side             text        not null check (side in ('us', 'person')),
  body             bytea       not null,
  at               timestamptz not null,
  permit_id        uuid,
  primary key (conversation_id, seq)
);

create table incoming (
  reference    text        primary key,
  received_at  timestamptz not null
);
comment on table incoming is 'Messages that carriers brought, so that one brought twice is seen.';

create table link (
  token_digest     bytea       primary key,
  conversation_id  uuid        not null references conversation,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  opened_at        timestamptz
);

create table session (
  secret_digest    bytea       primary key,
  conversation_id  uuid        not null references conversation,
  expires_at       timestamptz not null
);

create table confirmation (
  id               uuid        primary key,
  conversation_id  uuid        not null references conversation,
  case_id          uuid        not null,
  state            text        not null check (state in ('waiting', 'sent', 'dropped')),
  next_at          timestamptz not null,
  until            timestamptz not null
);
create index confirmation_due on confirmation (next_at) where state = 'waiting';
