-- Parts of messages from people whose other parts have not come yet.

create table message_piece (
  sender_index  bytea        not null,
  reference     integer      not null,
  number        integer      not null,
  total         integer      not null,
  body          bytea        not null,
  received_at   timestamptz  not null,
  primary key (sender_index, reference, number)
);
comment on column message_piece.sender_index is 'Image of the number that it came from.';
create index message_piece_received on message_piece (received_at);
