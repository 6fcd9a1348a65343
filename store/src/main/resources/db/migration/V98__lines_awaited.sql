-- Whoever is to be called while all lines are busy waits for one, and is not looked at before.

alter table campaign_item add column awaits text not null default '';
comment on column campaign_item.awaits is
  'The channel by which there was no room when it was looked at last; empty: none.';
drop index campaign_item_due;
create index campaign_item_due on campaign_item (awaits, next_at) where status = 'waiting';
