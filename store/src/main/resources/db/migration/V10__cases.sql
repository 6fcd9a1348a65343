-- What happened to each case, and what that comes to.

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are written once; they are never changed or deleted.', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create table case_state (
  case_id     uuid        primary key,
  version     bigint      not null,
  account_id  uuid        not null unique references account,
  person_id   uuid        not null references person,
  books       text        not null,
  body        jsonb       not null,
  next_due    date,
  updated_at  timestamptz not null
);
comment on table case_state is 'The fold of case_event, kept so that it need not be folded anew.';
comment on column case_state.books is 'Digest of the account as the books had it when last looked.';
comment on column case_state.next_due is 'Day of the earliest promise that is still open.';
create index case_state_due on case_state (next_due) where next_due is not null;
create index case_state_person on case_state (person_id);

create table case_event (
  case_id  uuid        not null references case_state,
  version  bigint      not null,
  at       timestamptz not null,
  type     text        not null,
  body     jsonb       not null,
  primary key (case_id, version)
);
create index case_event_at on case_event (at);
create trigger case_event_append_only before update or delete on case_event
  for each row execute function append_only();
create trigger case_event_no_truncate before truncate on case_event
  for each statement execute function append_only();
