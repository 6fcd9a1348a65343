-- Up to when payments are in the figures of the books, so that none is taken off them twice.

alter table account
  add column as_of       timestamptz,
  add column as_of_told  boolean not null default false;
comment on column account.as_of is 'Payments made at this moment or before are in the figures.';
comment on column account.as_of_told is 'Whether the file said so; else it is the day before it came.';
