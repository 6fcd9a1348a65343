-- Conversations that a person is to take over.

create table handover (
  id               uuid        primary key,
  conversation_id  uuid        not null references conversation,
  case_id          uuid        not null references case_state,
  person_id        uuid        not null references person,
  reason           text        not null,
  team             text        not null,
  summary_zh       bytea       not null,
  summary_en       bytea       not null,
  status           text        not null check (status in ('open', 'claimed', 'done')),
  created_at       timestamptz not null,
  claimed_by       text,
  claimed_at       timestamptz,
  closed_at        timestamptz,
  outcome          text,
  note             bytea
);
comment on column handover.summary_zh is 'What who takes over needs to know; sealed, since it tells how somebody is.';
create unique index handover_active on handover (conversation_id) where status <> 'done';
create index handover_page on handover (status, created_at, id);
create index handover_case on handover (case_id);
