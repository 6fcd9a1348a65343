-- An entry commits to its clear text field by field; see doc/adr/0011. Entries from before have none.
alter table ledger_entry add column commitment text;
comment on column ledger_entry.commitment is
  'Root over salted hashes of the fields of the clear text. Where it stands, the seed of the salts is sealed before the text.';
