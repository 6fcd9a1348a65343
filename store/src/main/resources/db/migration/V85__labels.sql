-- What was understood of each utterance, and those whose meaning a person is asked to say. All of it
-- goes with the message that it is about.

create table hearing (
  conversation_id  uuid           not null,
  seq              bigint         not null,
  at               timestamptz    not null,
  lang             text           not null,
  asked            text           not null,
  intent           text           not null,
  confidence       numeric(6, 5)  not null check (confidence between 0 and 1),
  model            text           not null,
  primary key (conversation_id, seq),
  foreign key (conversation_id, seq) references message on delete cascade
);
comment on table hearing is 'Holds no word of what was said.';
comment on column hearing.asked is 'The move that came before; empty where none did.';
comment on column hearing.model is 'Name and version of the model, as the record of the turn has it.';
create index hearing_at on hearing (lang, at);
create index hearing_model on hearing (lang, model, at);

create table label (
  id               uuid         primary key,
  conversation_id  uuid         not null,
  seq              bigint       not null,
  at               timestamptz  not null,
  lang             text         not null,
  body             bytea        not null,
  words_digest     bytea        not null,
  asked            text         not null,
  intent           text,
  confidence       numeric(6, 5),
  model            text,
  reason           text         not null check (reason in ('uncertain', 'corrected')),
  state            text         not null check (state in ('open', 'labelled', 'dropped')),
  meant            text,
  meant_also       text[]       not null default '{}',
  feels            text,
  degree           integer      check (degree between 0 and 3),
  goes_along       text,
  swears           boolean,
  settled_by       text,
  settled_at       timestamptz,
  foreign key (conversation_id, seq) references message on delete cascade,
  check ((state = 'labelled') = (meant is not null)),
  check ((state = 'open') = (settled_at is null)),
  check ((feels is null) = (degree is null) and (feels is null) = (goes_along is null)
    and (feels is null) = (swears is null))
);
comment on table label is 'Utterances for the models to learn from.';
comment on column label.body is 'What was said, masked, and sealed all the same.';
comment on column label.words_digest is
  'Of language, question and words: who says what somebody said before is not asked again.';
-- Corrections are of one message each, whatever was said elsewhere.
create unique index label_asked_once on label (words_digest) where reason = 'uncertain';
create index label_words on label (words_digest);
create index label_message on label (conversation_id, seq);
create index label_state on label (state, id);
create index label_uncertain on label (at) where reason = 'uncertain';
