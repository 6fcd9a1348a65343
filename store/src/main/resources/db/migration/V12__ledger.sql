-- The ledger: sixteen chains of hashes over sealed entries.

create table ledger_head (
  stripe  integer primary key check (stripe between 0 and 15),
  length  bigint  not null,
  hash    text    not null,
  seal    bytea   not null
);
comment on column ledger_head.seal is 'HMAC by the key file of the data folder; see Ledger.';

create table ledger_entry (
  stripe           integer     not null,
  number           bigint      not null,
  at               timestamptz not null,
  kind             text        not null,
  conversation_id  uuid,
  case_id          uuid,
  permit_id        uuid,
  payload          bytea       not null,
  hash             text        not null,
  seal             bytea       not null,
  primary key (stripe, number)
);
create index ledger_entry_conversation on ledger_entry (conversation_id)
  where conversation_id is not null;
create index ledger_entry_case on ledger_entry (case_id) where case_id is not null;
create index ledger_entry_permit on ledger_entry (permit_id) where permit_id is not null;
create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function append_only();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
  for each statement execute function append_only();
