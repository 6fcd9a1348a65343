-- Payments by the day on which they were made, conversations that must hear of them, and work that
-- failed and was put aside.

create table interruption (
  conversation_id  uuid        primary key references conversation,
  created_at       timestamptz not null
);
comment on table interruption is 'Conversations that are still to be told of a payment.';

create table setback (
  kind      text        not null,
  item      text        not null,
  tries     integer     not null,
  first_at  timestamptz not null,
  next_at   timestamptz not null,
  reason    text        not null,
  given_up  boolean     not null,
  primary key (kind, item)
);
comment on table setback is 'Items of work that failed by a fault of their own.';
comment on column setback.reason is 'The kind of failure and where it came up; never what it was about.';

-- Payments that were booked before their day was kept count as paid on the day of the booking.
alter table case_event disable trigger case_event_append_only;
update case_event
  set body = body || jsonb_build_object('paidOn', to_char(at at time zone 'UTC', 'YYYY-MM-DD'))
  where type = 'PaymentPosted' and not body ? 'paidOn';
alter table case_event enable trigger case_event_append_only;
update case_state s set body = s.body || jsonb_build_object('payments', coalesce(
    (select jsonb_agg(
        jsonb_build_object('amount', e.body -> 'amount', 'paidOn', e.body -> 'paidOn')
        order by e.version)
      from case_event e where e.case_id = s.case_id and e.type = 'PaymentPosted'),
    '[]'::jsonb))
  where not s.body ? 'payments';
