-- Who told us of contacts that others made, and when.
alter table outside_contact
  add column reported_by text,
  add column reported_at timestamptz;
comment on column outside_contact.id is 'Made of the agency and its own key, so that a report that is repeated is known.';
comment on column outside_contact.effective is
  'Whether the right party was reached; null: unknown. May be told later; who was reached stays reached.';
