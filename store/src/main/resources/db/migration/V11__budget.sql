-- Who was contacted, tried or refused: what the caps of the law are counted over.

create table contact_budget (
  person_id  uuid primary key references person
);
comment on table contact_budget is 'A row to lock while the contacts of a person are counted.';

create table contact_permit (
  id           uuid        primary key,
  person_id    uuid        not null,
  case_id      uuid,
  campaign_id  uuid,
  channel      text        not null,
  purpose      text        not null,
  number       text        not null,
  rules        text[]      not null,
  state        text        not null check (state in ('reserved', 'used')),
  granted_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  effective    boolean,
  settled_at   timestamptz
);
comment on column contact_permit.effective is 'Whether the right party was reached; null: unknown.';
create index contact_permit_person on contact_permit (person_id, granted_at);
create index contact_permit_case on contact_permit (case_id);

create table outside_contact (
  id         uuid        primary key,
  person_id  uuid        not null,
  at         timestamptz not null,
  channel    text        not null,
  number     text        not null,
  effective  boolean,
  agency     text        not null
);
comment on table outside_contact is 'Contacts that somebody else made for the same lender.';
create index outside_contact_person on outside_contact (person_id, at);

create table contact_refusal (
  id           uuid        primary key,
  person_id    uuid        not null,
  case_id      uuid,
  campaign_id  uuid,
  at           timestamptz not null,
  channel      text        not null,
  purpose      text        not null,
  number       text        not null,
  rules        text[]      not null,
  missing      text[]      not null,
  lawful_from  timestamptz
);
create index contact_refusal_person on contact_refusal (person_id, at);
create index contact_refusal_campaign on contact_refusal (campaign_id, at);
