-- What we collect ourselves by direct debit: everything of a debtor, or one invoice. Whether a collection is awaited is computed from this
-- and from the ledger, where a collection that bounced is a charge-back.
create table direct_debit (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  -- Null: every invoice of the debtor.
  invoice_id uuid,
  mandate text check (length(mandate) between 1 and 35),
  since date not null,
  source text not null check (source in ('staff', 'ubl', 'table', 'api')),
  recorded_at timestamptz not null,
  recorded_by uuid references staff (id),
  ended_at timestamptz,
  ended_by uuid references staff (id),
  end_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  check ((ended_at is null) = (end_reason is null))
);
create unique index direct_debit_of_debtor on direct_debit (organisation_id, debtor_id) where ended_at is null and invoice_id is null;
create unique index direct_debit_of_invoice on direct_debit (organisation_id, invoice_id) where ended_at is null and invoice_id is not null;
create index direct_debit_in_force on direct_debit (organisation_id, debtor_id) where ended_at is null;
create index direct_debit_ever on direct_debit (organisation_id, invoice_id) where invoice_id is not null;
select shut_to_others('direct_debit');
