-- What comes off a claim without being paid, and money that goes back, always says why.
alter table ledger_entry add constraint reason_given
  check (kind not in ('write-off', 'waiver', 'refund', 'chargeback') or length(trim(coalesce(reason, ''))) > 0);

-- A credit note gives back what it is for and no more: taken by invoices or refunded, its receivable never becomes a debt.
create function credit_within_note() returns trigger language plpgsql as $$
declare taken bigint;
begin
  perform 1 from invoice where organisation_id = new.organisation_id and id = new.invoice_id and kind = 'credit-note';
  if not found then return new; end if;
  select coalesce(sum(amount_cents), 0) + new.amount_cents into taken from posting
  where organisation_id = new.organisation_id and invoice_id = new.invoice_id and account = 'receivable';
  if taken > 0 then
    raise exception 'a credit note can''t be used for % cents more than it gives', taken
      using errcode = 'check_violation', constraint = 'credit_within_note';
  end if;
  return new;
end $$;
-- Money and interest never touch a credit note, so what is booked a million times doesn't ask.
create trigger credit_within_note before insert on posting for each row
  when (new.account = 'receivable' and new.part = 'principal' and new.amount_cents > 0 and new.payment_id is null)
  execute function credit_within_note();

-- BW 6:96 lid 6, by the debtor whose invoice it is, whatever the posting says.
create or replace function consumer_costs_after_letter() returns trigger language plpgsql as $$
declare booked date; kind text;
begin
  if new.account <> 'receivable' or new.part <> 'costs' or new.amount_cents <= 0 then return new; end if;
  select booked_on into booked from ledger_entry where organisation_id = new.organisation_id and id = new.entry_id;
  select debtor.kind into kind from invoice join debtor on debtor.organisation_id = invoice.organisation_id and debtor.id = invoice.debtor_id
  where invoice.organisation_id = new.organisation_id and invoice.id = new.invoice_id;
  if kind in ('consumer', 'unknown') and not exists (
    select 1 from letter_invoice
    join fourteen_day_letter letter on letter.organisation_id = letter_invoice.organisation_id and letter.id = letter_invoice.letter_id
    where letter_invoice.organisation_id = new.organisation_id and letter_invoice.invoice_id = new.invoice_id and letter.costs_from <= booked)
  then
    raise exception 'costs for a consumer need a fourteen-day letter whose term has passed (BW 6:96 lid 6)'
      using errcode = 'check_violation', constraint = 'consumer_costs_after_letter';
  end if;
  return new;
end $$;

-- What a check of the books found, each time it ran.
create table verification (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  day date not null,
  ran_at timestamptz not null,
  breaches jsonb not null,
  primary key (organisation_id, id)
);
create index verification_recent on verification (organisation_id, ran_at desc);

-- The audit trail, sealed after the fact: each row's hash is over the hash before it and its own content, so an edit or a
-- removal in the middle shows. Sealed in batches at night, because a chain that every act extends would make the acts of an
-- organisation wait for each other.
create table audit_seal (
  organisation_id uuid not null references organisation (id),
  position bigint not null check (position > 0),
  audit_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  primary key (organisation_id, position),
  constraint sealed_once unique (organisation_id, audit_id)
);
create trigger audit_seal_append_only before update or delete on audit_seal for each statement execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['verification', 'audit_seal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_organisation on %I using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid) '
      || 'with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', t);
  end loop;
end $$;
