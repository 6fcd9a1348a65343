-- The files of every set of rules that was ever in use, by the version that contacts are recorded
-- under, so that each can be judged again by the very rules of its day.
create table law_file (
  version text not null,
  name text not null,
  text text not null,
  primary key (version, name)
);
