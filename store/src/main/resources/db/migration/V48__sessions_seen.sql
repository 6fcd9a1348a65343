-- Whether the browser that opened a link ever came back: if not, the answer to it was lost on the
-- way, and the link may be opened once more.

alter table session
  add column link_digest bytea,
  add column seen_at     timestamptz;
create index session_link on session (link_digest) where seen_at is null;
update session set seen_at = now();
