-- By the eight digits of a conversation, which anybody may check: ConversationId.code() in SQL.

create function conversation_code(id uuid) returns bigint language sql immutable strict
  return mod(mod(
      (('x' || substr(replace(id::text, '-', ''), 1, 16))::bit(64)
       # ('x' || substr(replace(id::text, '-', ''), 17, 16))::bit(64))::bigint, 100000000)
    + 100000000, 100000000);

create index conversation_by_code on conversation (conversation_code(id));
