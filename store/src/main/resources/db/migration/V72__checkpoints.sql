-- Signed checkpoints over all chains of the ledger; see doc/adr/0012.

create table ledger_tile (
  stripe  integer not null,
  number  bigint  not null,
  root    text    not null,
  primary key (stripe, number)
);
comment on table ledger_tile is
  'Roots over 256 entries that stand together, from number * 256 + 1 on: so that a proof needs few entries.';

create table ledger_mark (
  stripe  integer not null,
  length  bigint  not null,
  head    text    not null,
  root    text    not null,
  primary key (stripe, length)
);
comment on table ledger_mark is 'A chain as it was at a checkpoint.';

create table ledger_checkpoint (
  number   bigint      primary key,
  at       timestamptz not null,
  lengths  bigint[]    not null,
  note     text        not null
);
comment on column ledger_checkpoint.note is 'A signed note after c2sp.org/tlog-checkpoint.';

create table ledger_time_token (
  checkpoint  bigint      primary key references ledger_checkpoint (number),
  at          timestamptz not null,
  token       bytea       not null
);
comment on column ledger_time_token.token is 'A time-stamp token after RFC 3161 over the note.';

do $$
declare name text;
begin
  foreach name in array array['ledger_tile', 'ledger_mark', 'ledger_checkpoint',
      'ledger_time_token'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function append_only()',
      name || '_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function append_only()',
      name || '_no_truncate', name);
  end loop;
end $$;
