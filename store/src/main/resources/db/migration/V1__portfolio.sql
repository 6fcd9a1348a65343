-- Who owes what, and where they can be reached.
-- Names, numbers of identity documents, phone numbers and addresses are sealed before they come
-- here (bytea); a column ..._index holds the deterministic image of a value, 16 bytes, for look-ups
-- and to see whether a value changed.

create table data_key (
  id          bigint      generated always as identity primary key,
  wrapped     bytea       not null,
  created_at  timestamptz not null
);
comment on table data_key is 'Keys that seal values, themselves sealed by the key file.';

create table import_run (
  id           uuid        primary key,
  kind         text        not null,
  file_digest  text        not null,
  started_at   timestamptz not null,
  finished_at  timestamptz not null,
  inserted     bigint      not null,
  updated      bigint      not null,
  unchanged    bigint      not null,
  rejected     bigint      not null
);
create index import_run_digest on import_run (file_digest);

create table person (
  id               uuid    primary key default uuidv7(),
  key_index        bytea   not null unique,
  identity_index   bytea,
  number_index     bytea,
  name_index       bytea   not null,
  name             bytea   not null,
  identity_number  bytea,
  person_number    bytea,
  language         text,
  place            text,
  time_zone        text,
  pay_day          integer check (pay_day between 1 and 31),
  flags            text[]  not null default '{}'
);
comment on column person.key_index is 'identity_index where the number is known, else number_index.';
create index person_by_number on person (number_index) where number_index is not null;

create table account (
  id                uuid   primary key default uuidv7(),
  number            text   not null,
  lender            text   not null default '',
  lender_place      text,
  person_id         uuid   not null references person,
  product           text,
  currency          text   not null,
  contract_date     date,
  principal         bigint,
  balance           bigint,
  overdue           bigint not null,
  minimum           bigint,
  due_date          date   not null,
  contract_rate     numeric(12,6),
  overdue_rate      numeric(12,6),
  licence           text,
  credit_reporting  boolean,
  credit_notice     date,
  last_demand       date,
  assigned          boolean,
  assigned_notice   date,
  unique (number, lender)
);
comment on column account.overdue is 'In the smallest unit of the currency, as all sums.';
comment on column account.contract_rate is 'A year, as a fraction: 0.24 is 24 %.';
create index account_person on account (person_id);
create index account_due on account (due_date, id);

create table contact_point (
  id             uuid  primary key default uuidv7(),
  person_id      uuid  not null references person,
  kind           text  not null,
  value_index    bytea not null,
  value          bytea not null,
  relation       text  not null,
  source         text,
  holder_index   bytea,
  holder         bytea,
  consent_voice  boolean,
  consent_text   boolean,
  consent_email  boolean,
  consent_app    boolean,
  unique (person_id, kind, value_index)
);
create index contact_point_value on contact_point (value_index);

create table payment (
  id             uuid        primary key default uuidv7(),
  account_id     uuid        not null references account,
  reference      text        not null,
  amount         bigint      not null check (amount > 0),
  currency       text        not null,
  paid_at        timestamptz not null,
  imported_at    timestamptz not null,
  reconciled_at  timestamptz,
  unique (account_id, reference)
);
create index payment_open on payment (paid_at, id) where reconciled_at is null;
create index payment_account on payment (account_id, paid_at);
