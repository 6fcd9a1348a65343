-- What a session was opened with: it changes with whatever makes earlier sessions void.

alter table app_user add column standing uuid not null default gen_random_uuid();
comment on column app_user.standing is 'Drawn anew with each password and each role; a user made again has another.';
