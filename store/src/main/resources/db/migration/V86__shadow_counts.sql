-- What a model that reads beside the one in use made of the same utterances: numbers alone.

create table shadow_count (
  model     text         not null,
  used      text         not null,
  lang      text         not null,
  intent    text         not null,
  other     text         not null,
  times     bigint       not null,
  first_at  timestamptz  not null,
  last_at   timestamptz  not null,
  primary key (model, used, lang, intent, other)
);
comment on table shadow_count is 'Goes with no person: it holds no word and no conversation.';
comment on column shadow_count.model is 'The one whose answers are only counted.';
comment on column shadow_count.intent is 'What the one in use took it for.';
comment on column shadow_count.other is 'What this one would have taken it for.';
