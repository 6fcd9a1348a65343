-- Which policies of lenders were in use last, so that changes are seen and old copies are known.
create table lender_policy (
  file text primary key,
  revision bigint not null,
  standing text not null,
  noted_at timestamptz not null
);
comment on column lender_policy.revision is 'The latest that was ever in use.';
comment on column lender_policy.standing is
  'What the ledger was told last; empty once the file was taken away.';
