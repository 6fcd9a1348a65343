-- Contacts of a time are read in order, to be judged again.
create index ledger_entry_contact_at on ledger_entry (at, stripe, number)
  where kind in ('contact', 'refusal');
