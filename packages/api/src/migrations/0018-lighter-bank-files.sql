-- What a bank file of a hundred thousand lines writes and looks up, made lighter.

-- An invoice number is kept by its figures alone, with and without zeros in front, instead of by six ways to write it: every way
-- people write it has the same figures, and whether a line really names it the application tells from the number itself.
alter table match_key no force row level security;
insert into match_key (organisation_id, kind, key, subject_id)
select organisation_id, kind, regexp_replace(key, '\D', '', 'g'), subject_id from match_key where kind = 'number' on conflict do nothing;
delete from match_key where kind = 'number' and key ~ '\D';
alter table match_key force row level security;

-- Both are derived from invoice and debtor, which have their organisation, and row-level security lets nobody write one of another.
alter table match_key drop constraint match_key_organisation_id_fkey;
alter table match_key_due drop constraint match_key_due_organisation_id_fkey;
