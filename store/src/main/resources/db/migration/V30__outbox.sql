-- Letters that are called back, and receipts that come before their letter is known by its reference.

alter table letter drop constraint letter_state_check;
alter table letter add constraint letter_state_check check (state in
  ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired', 'recalled', 'unknown'));
comment on column letter.body is
  'The words, sealed together with id, permit, channel, point, language and end; see Seal.';

create table early_receipt (
  channel      text        not null,
  reference    text        not null,
  delivered    boolean     not null,
  received_at  timestamptz not null
);
comment on table early_receipt is 'Receipts that were quicker than the reference which they name.';
create index early_receipt_reference on early_receipt (channel, reference);
create index early_receipt_received on early_receipt (received_at);
