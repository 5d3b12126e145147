-- Who saved a draft last, for whoever saves after them; and a count of the changes of a ladder's name and rules (I-70).
alter table ladder_version
  add column changed_at timestamptz,
  add column changed_by uuid references staff (id);
alter table ladder
  add column row_version int not null default 1,
  add constraint a_ladder_has_a_name check (length(trim(name)) > 0),
  add constraint the_default_is_in_use check (not is_default or archived_at is null);

-- A version that was published is what invoices run on: its steps stay as they were (I-46).
create function keep_published_steps() returns trigger language plpgsql as $$
begin
  raise exception 'ladder version % was published: make a new version', old.version
    using errcode = 'check_violation', constraint = 'published_steps_stay';
end $$;
create trigger published_steps_stay before update on ladder_version for each row
  when (old.published_on is not null and (new.steps is distinct from old.steps or new.published_on is distinct from old.published_on))
  execute function keep_published_steps();
create trigger published_version_stays before delete on ladder_version for each row
  when (old.published_on is not null) execute function keep_published_steps();

-- Which invoices are on a version by choice.
create index invoice_ladder_by_version on invoice_ladder (organisation_id, ladder_version_id);
create index debtor_on_ladder on debtor (organisation_id, ladder_id) where ladder_id is not null;
