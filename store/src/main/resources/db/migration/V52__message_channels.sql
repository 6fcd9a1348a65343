-- Colleagues write to people who left the page, and people answer by the way on which they were written to.

alter table message add column channel text;
comment on column message.channel is 'By which way, where it is not that of the conversation.';
create index handover_person on handover (person_id) where status <> 'done';
