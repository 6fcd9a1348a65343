-- How a file was read: another mapping or licence makes another import of the same file.

alter table import_run add column reading_digest text;
comment on column import_run.reading_digest is 'Of the mapping, lender, licence, zone and currency; null in older runs.';
