-- What bank lines are looked up by: invoice numbers however people write them, references, names. Derived from invoice and
-- debtor by the functions of packages/domain/src/bank, so that a million rows are never walked through; what is new or changed
-- waits in match_key_due until the next bank file. Equality on text and bigint is leakproof, so these indexes work under
-- row-level security.

create table match_key (
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('number', 'reference', 'name')),
  key text not null,
  -- The invoice, or of a name the debtor.
  subject_id uuid not null,
  primary key (organisation_id, kind, key, subject_id)
);
create index match_key_of_subject on match_key (organisation_id, subject_id);

create table match_key_due (
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('invoice', 'debtor')),
  subject_id uuid not null,
  primary key (organisation_id, kind, subject_id)
);

create function match_key_falls_due() returns trigger language plpgsql as $$
begin
  insert into match_key_due (organisation_id, kind, subject_id)
  select organisation_id, tg_table_name, id from new_rows on conflict do nothing;
  return null;
end $$;
create trigger match_key_of_new after insert on invoice referencing new table as new_rows for each statement execute function match_key_falls_due();
create trigger match_key_of_new after insert on debtor referencing new table as new_rows for each statement execute function match_key_falls_due();

create function match_key_falls_due_again() returns trigger language plpgsql as $$
begin
  insert into match_key_due (organisation_id, kind, subject_id) values (new.organisation_id, tg_table_name, new.id) on conflict do nothing;
  return null;
end $$;
create trigger match_key_of_changed after update of number, payment_reference on invoice for each row
  when (old.number <> new.number or old.payment_reference is distinct from new.payment_reference) execute function match_key_falls_due_again();
create trigger match_key_of_changed after update of name on debtor for each row
  when (old.name <> new.name) execute function match_key_falls_due_again();

insert into match_key_due select organisation_id, 'invoice', id from invoice;
insert into match_key_due select organisation_id, 'debtor', id from debtor;

do $$
declare t text;
begin
  foreach t in array array['match_key', 'match_key_due'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_organisation on %I using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid) '
      || 'with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', t);
  end loop;
end $$;

create index standing_by_amount on invoice_standing (organisation_id, open_cents, due_on) where open_cents <> 0;
create index payment_of_bank_line on payment (organisation_id, bank_line_id) where bank_line_id is not null;
create index bank_line_of_statement on bank_line (organisation_id, statement_id);
create index posting_at_provider on posting (organisation_id) include (amount_cents) where account = 'psp';

-- What a payment provider pays out moves from its account to the bank's.
alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check check (kind in
  ('invoice', 'credit-note', 'payment', 'allocation', 'refund', 'chargeback', 'costs', 'interest', 'waiver', 'write-off', 'reversal', 'payout'));
