-- Who may come in, and what was answered to requests that may be repeated.

create table app_user (
  name           text        primary key,
  role           text        not null,
  password_hash  text        not null,
  created_at     timestamptz not null
);

create table api_key (
  id          uuid        primary key,
  name        text        not null,
  role        text        not null,
  hint        text        not null,
  digest      bytea       not null unique,
  created_at  timestamptz not null
);

create table idempotency (
  principal   text        not null,
  key         text        not null,
  request     bytea       not null,
  status      integer,
  media_type  text,
  body        bytea,
  created_at  timestamptz not null,
  primary key (principal, key)
);
comment on column idempotency.request is 'SHA-256 of method, path and body.';
comment on column idempotency.body is 'Sealed; null while the first request is still at work.';
create index idempotency_created on idempotency (created_at);
