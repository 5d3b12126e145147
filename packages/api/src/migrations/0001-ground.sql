-- The ground: every table of the first release. Each tenant table has organisation_id first in its primary key, its foreign
-- keys and its unique keys, and row-level security forced on it (the loop at the end), so that a row can't point into
-- another organisation and a forgotten WHERE shows nothing.

create extension if not exists pg_trgm;

-- ── people and organisations ─────────────────────────────────────────────────

create table organisation (
  id uuid primary key,
  name text not null,
  legal_name text not null,
  kvk text,
  vat_number text,
  iban text not null,
  bic text,
  email text not null,
  phone text not null,
  phone_hours text not null,
  contact_person text not null,
  street text, house_number text, postal_code text, city text, country text not null default 'NL',
  brand_colour text not null default '#1D4A80' check (brand_colour ~ '^#[0-9A-Fa-f]{6}$'),
  mark text not null default '' check (length(mark) <= 3),
  tone text not null default 'u' check (tone in ('u', 'je')),
  language text not null default 'nl' check (language in ('nl', 'en')),
  vat_deductible boolean not null default true,
  portal_check boolean not null default true,
  autopilot boolean not null default true,
  day_count text not null default 'actual/365' check (day_count in ('actual/365', 'actual/calendar-year')),
  imputation_order text not null default 'costs-interest-principal'
    check (imputation_order in ('costs-interest-principal', 'principal-first')),
  tolerance_cents bigint not null default 100 check (tolerance_cents >= 0),
  contact_cap_day int not null default 1 check (contact_cap_day between 1 and 3),
  contact_cap_month int not null default 4 check (contact_cap_month between 1 and 20),
  promise_max_days int not null default 30 check (promise_max_days between 1 and 120),
  bank_fresh_days int not null default 5 check (bank_fresh_days between 1 and 60),
  calling_windows jsonb not null default '[{"fromMinute":570,"untilMinute":690},{"fromMinute":810,"untilMinute":930}]',
  plan_policy jsonb not null default '{"minInstalmentCents":2500,"maxInstalments":6,"maxMonths":6,"minTotalCents":5000,"firstWithinDays":31,"graceDays":3,"answerWithinDays":2}',
  help_links jsonb not null default '[]',
  created_at timestamptz not null
);

create table staff (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  password_hash text not null,
  language text not null default 'nl' check (language in ('nl', 'en')),
  active boolean not null default true,
  created_at timestamptz not null,
  constraint one_account_per_address unique (email)
);

create table membership (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  staff_id uuid not null references staff (id),
  role text not null check (role in ('admin', 'manager', 'collector', 'viewer')),
  active boolean not null default true,
  primary key (organisation_id, id),
  constraint one_membership_per_person unique (organisation_id, staff_id)
);

create table staff_session (
  id uuid primary key,
  token_hash bytea not null unique,
  staff_id uuid not null references staff (id),
  organisation_id uuid not null references organisation (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text
);

-- Counters of the rate limiter; they hold no business and no person.
create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);

-- One row when this is a demo: how far its clock stands from the real one.
create table demo_clock (only_row boolean primary key default true check (only_row), offset_days int not null default 0 check (offset_days >= 0), seed int not null, filled_at timestamptz);

create table approval (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  debtor_id uuid,
  amount_cents bigint,
  asked_by uuid not null references staff (id),
  asked_at timestamptz not null,
  decided_by uuid references staff (id),
  decided_at timestamptz,
  decision text check (decision in ('approved', 'rejected', 'withdrawn')),
  note text,
  primary key (organisation_id, id),
  constraint second_person_is_another check (decision is distinct from 'approved' or decided_by <> asked_by)
);
create unique index one_open_approval on approval (organisation_id, kind, subject_id) where decided_at is null;

-- ── debtors ──────────────────────────────────────────────────────────────────

create table debtor (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  number text not null,
  external_key text,
  kind text not null default 'unknown' check (kind in ('consumer', 'natural-person-in-business', 'legal-person', 'unknown')),
  name text not null,
  kvk text, vat_number text,
  language text not null default 'nl' check (language in ('nl', 'en')),
  email text, phone text,
  street text, house_number text, postal_code text, city text, country text not null default 'NL',
  preferred_times text,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (organisation_id, id),
  constraint debtor_number_once unique (organisation_id, number)
);
create unique index debtor_external_key_once on debtor (organisation_id, external_key) where external_key is not null;
create index debtor_by_name on debtor using gin (name gin_trgm_ops);
create index debtor_by_kvk on debtor (organisation_id, kvk) where kvk is not null;

create table contact (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  name text not null,
  role text, email text, phone text, preferred_times text,
  is_primary boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id)
);
create index contact_of_debtor on contact (organisation_id, debtor_id);

-- A mail address or number that turned out wrong; until it is resolved nothing goes there by itself.
create table contact_fault (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  channel text not null check (channel in ('mail', 'phone', 'letter')),
  address text not null,
  kind text not null check (kind in ('bounce', 'wrong-number', 'returned')),
  detail text,
  found_at timestamptz not null,
  message_id uuid,
  resolved_at timestamptz, resolved_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id)
);
create index contact_fault_of_debtor on contact_fault (organisation_id, debtor_id) where resolved_at is null;

-- A bank account that paid for this debtor before.
create table debtor_iban (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  iban text not null,
  learned_on date not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  constraint iban_once_per_debtor unique (organisation_id, debtor_id, iban)
);
create index debtor_iban_lookup on debtor_iban (organisation_id, iban);

-- A coarse status that stops the automatic flow; never a diagnosis, never health.
create table debtor_status (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  kind text not null check (kind in ('deceased', 'insolvent', 'protective-administration', 'debt-help', 'moratorium')),
  from_day date not null, until_day date, review_on date,
  evidence text,
  recorded_by uuid references staff (id),
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id)
);
create index debtor_status_of_debtor on debtor_status (organisation_id, debtor_id) where ended_at is null;

-- ── documents and invoices ───────────────────────────────────────────────────

create table document (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('invoice', 'letter', 'attachment', 'upload', 'source')),
  debtor_id uuid,
  file_name text not null,
  mime_type text not null,
  size int not null check (size >= 0),
  sha256 bytea not null,
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);

create table invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  kind text not null default 'invoice' check (kind in ('invoice', 'credit-note')),
  number text not null,
  issued_on date not null,
  due_on date not null,
  -- What is to be paid; for a credit note the amount that is given back. Never negative.
  total_cents bigint not null check (total_cents >= 0),
  currency text not null default 'EUR' check (currency = 'EUR'),
  description text,
  order_reference text,
  payment_reference text,
  claim_kind text not null default 'services' check (claim_kind in ('services', 'consumer-goods', 'recurring-instalment')),
  credits_invoice_id uuid,
  source text not null default 'api',
  source_key text,
  source_hash bytea,
  document_id uuid,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, credits_invoice_id) references invoice (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id),
  constraint invoice_number_once unique (organisation_id, kind, number)
);
create index invoice_of_debtor on invoice (organisation_id, debtor_id);
create index invoice_by_due on invoice (organisation_id, due_on, id);
create index invoice_by_reference on invoice (organisation_id, payment_reference) where payment_reference is not null;
create index invoice_number_trgm on invoice using gin (number gin_trgm_ops);
create unique index invoice_source_once on invoice (organisation_id, source, source_key) where source_key is not null;

create table invoice_line (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  invoice_id uuid not null,
  position int not null,
  description text not null,
  quantity numeric, unit text, unit_price numeric,
  vat_basis_points int,
  amount_cents bigint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  constraint line_position_once unique (organisation_id, invoice_id, position)
);

-- How the invoice itself reached the debtor: our evidence, so that nobody has to ask.
create table invoice_delivery (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  invoice_id uuid not null,
  channel text not null check (channel in ('mail', 'letter', 'peppol', 'unknown')),
  address text,
  message_id uuid,
  sent_at timestamptz, delivered_at timestamptz, bounced_at timestamptz, bounce_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);
create index delivery_of_invoice on invoice_delivery (organisation_id, invoice_id);

create table import (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('invoices', 'bank')),
  file_name text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  total int not null default 0, done int not null default 0,
  created int not null default 0, unchanged int not null default 0, failed int not null default 0,
  results jsonb not null default '[]',
  started_by uuid references staff (id),
  started_at timestamptz not null, finished_at timestamptz,
  primary key (organisation_id, id)
);
create index import_recent on import (organisation_id, started_at desc);

-- ── ledger: append-only, balanced ────────────────────────────────────────────

create table ledger_entry (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('invoice', 'credit-note', 'payment', 'allocation', 'refund', 'chargeback', 'costs', 'interest', 'waiver', 'write-off', 'reversal')),
  booked_on date not null,
  value_on date not null,
  -- What this entry is of, once: "invoice:ID", "payment:ID", "costs:LETTER:INVOICE"; the same fact can't be booked twice.
  reference text not null,
  reverses_id uuid,
  reason text,
  booked_by uuid references staff (id),
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, reverses_id) references ledger_entry (organisation_id, id),
  constraint one_entry_per_fact unique (organisation_id, reference),
  constraint reversed_once unique (organisation_id, reverses_id)
);

create table posting (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  entry_id uuid not null,
  account text not null check (account in ('receivable', 'revenue', 'interest-income', 'costs-income', 'bank', 'psp', 'unallocated', 'written-off', 'waived')),
  part text check (part in ('principal', 'interest', 'costs')),
  debtor_id uuid,
  invoice_id uuid,
  payment_id uuid,
  -- Debit positive, credit negative.
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references ledger_entry (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  constraint receivable_has_invoice_and_part check (account <> 'receivable' or (invoice_id is not null and part is not null and debtor_id is not null)),
  constraint unallocated_has_payment check (account <> 'unallocated' or payment_id is not null)
);
create index posting_of_entry on posting (organisation_id, entry_id);
create index posting_of_invoice on posting (organisation_id, invoice_id) where invoice_id is not null;
create index posting_of_payment on posting (organisation_id, payment_id) where payment_id is not null;

-- Derived: what is open of each invoice, kept by a trigger in the transaction of the posting and rebuilt by `verify --rebuild`.
create table invoice_standing (
  organisation_id uuid not null references organisation (id),
  invoice_id uuid not null,
  debtor_id uuid not null,
  due_on date not null,
  principal_cents bigint not null default 0,
  interest_cents bigint not null default 0,
  costs_cents bigint not null default 0,
  open_cents bigint generated always as (principal_cents + interest_cents + costs_cents) stored,
  primary key (organisation_id, invoice_id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  constraint never_negative check (principal_cents >= 0 and interest_cents >= 0 and costs_cents >= 0)
);
create index standing_open on invoice_standing (organisation_id, debtor_id, due_on) include (open_cents) where open_cents <> 0;
create index standing_open_due on invoice_standing (organisation_id, due_on, invoice_id) where open_cents <> 0;

-- Derived likewise: what is left of each payment that no invoice has taken yet.
create table payment_standing (
  organisation_id uuid not null references organisation (id),
  payment_id uuid not null,
  unallocated_cents bigint not null,
  primary key (organisation_id, payment_id),
  constraint not_allocated_twice check (unallocated_cents >= 0)
);
create index payment_unallocated on payment_standing (organisation_id, payment_id) where unallocated_cents > 0;

-- First the update, then the insert: a CHECK is held against a proposed row before ON CONFLICT looks, so a payment's negative
-- posting could never be "inserted". An invoice gets its row with its own first entry, so nobody races for it.
create function keep_standing() returns trigger language plpgsql as $$
begin
  update invoice_standing standing set
    principal_cents = standing.principal_cents + change.principal,
    interest_cents = standing.interest_cents + change.interest,
    costs_cents = standing.costs_cents + change.costs
  from (
    select organisation_id, invoice_id,
           coalesce(sum(amount_cents) filter (where part = 'principal'), 0) as principal,
           coalesce(sum(amount_cents) filter (where part = 'interest'), 0) as interest,
           coalesce(sum(amount_cents) filter (where part = 'costs'), 0) as costs
    from new_postings where account = 'receivable' group by organisation_id, invoice_id) change
  where standing.organisation_id = change.organisation_id and standing.invoice_id = change.invoice_id;

  insert into invoice_standing (organisation_id, invoice_id, debtor_id, due_on, principal_cents, interest_cents, costs_cents)
  select line.organisation_id, line.invoice_id, invoice.debtor_id, invoice.due_on,
         coalesce(sum(line.amount_cents) filter (where line.part = 'principal'), 0),
         coalesce(sum(line.amount_cents) filter (where line.part = 'interest'), 0),
         coalesce(sum(line.amount_cents) filter (where line.part = 'costs'), 0)
  from new_postings line
  join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id and invoice.kind = 'invoice'
  where line.account = 'receivable' and not exists (
    select 1 from invoice_standing standing
    where standing.organisation_id = line.organisation_id and standing.invoice_id = line.invoice_id)
  group by line.organisation_id, line.invoice_id, invoice.debtor_id, invoice.due_on;

  update payment_standing standing set unallocated_cents = standing.unallocated_cents + change.cents
  from (select organisation_id, payment_id, -sum(amount_cents) as cents
        from new_postings where account = 'unallocated' group by organisation_id, payment_id) change
  where standing.organisation_id = change.organisation_id and standing.payment_id = change.payment_id;

  insert into payment_standing (organisation_id, payment_id, unallocated_cents)
  select line.organisation_id, line.payment_id, -sum(line.amount_cents)
  from new_postings line
  where line.account = 'unallocated' and not exists (
    select 1 from payment_standing standing
    where standing.organisation_id = line.organisation_id and standing.payment_id = line.payment_id)
  group by line.organisation_id, line.payment_id;
  return null;
end $$;
create trigger keep_standing after insert on posting referencing new table as new_postings
  for each statement execute function keep_standing();

create function entry_must_balance() returns trigger language plpgsql as $$
declare difference bigint;
begin
  select coalesce(sum(amount_cents), 0) into difference from posting
  where organisation_id = new.organisation_id and entry_id = new.entry_id;
  if difference <> 0 then
    raise exception 'entry % does not balance: debit and credit differ by % cents', new.entry_id, difference
      using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on posting deferrable initially deferred
  for each row execute function entry_must_balance();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: book a reversal instead', tg_table_name
    using errcode = 'check_violation', constraint = tg_table_name || '_append_only';
end $$;
create trigger ledger_entry_append_only before update or delete on ledger_entry for each statement execute function refuse_change();
create trigger posting_append_only before update or delete on posting for each statement execute function refuse_change();

-- ── bank ─────────────────────────────────────────────────────────────────────

create table statement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  import_id uuid,
  account text not null,
  currency text not null,
  statement_key text not null,
  number text,
  from_day date, until_day date,
  opening_cents bigint not null,
  closing_cents bigint not null,
  imported_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, import_id) references import (organisation_id, id)
);
create index statement_recent on statement (organisation_id, until_day desc);

create table bank_line (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  statement_id uuid not null,
  account text not null,
  -- The bank's own reference, else a hash of the content with an ordinal among equal lines: one real entry, one row.
  line_key text not null,
  booked_on date not null,
  value_on date not null,
  amount_cents bigint not null,
  currency text not null,
  counterparty_name text, counterparty_iban text,
  reference text, remittance text, end_to_end_id text, mandate_id text,
  bank_code text, return_reason text,
  reversal boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, statement_id) references statement (organisation_id, id),
  constraint one_row_per_bank_entry unique (organisation_id, account, line_key)
);
create index bank_line_recent on bank_line (organisation_id, booked_on desc, id);

-- ── payments ─────────────────────────────────────────────────────────────────

create table checkout (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  provider text not null default 'mollie',
  provider_id text,
  amount_cents bigint not null check (amount_cents > 0),
  -- open · pending · authorized · paid · canceled · expired · failed: as last fetched from the provider, never from a request.
  state text not null default 'open' check (state in ('open', 'pending', 'authorized', 'paid', 'canceled', 'expired', 'failed', 'differs')),
  url text,
  reference text not null,
  for_key text not null,
  plan_id uuid,
  instalment_number int,
  created_at timestamptz not null,
  expires_at timestamptz,
  fetched_at timestamptz,
  paid_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  constraint provider_payment_once unique (organisation_id, provider, provider_id)
);
create index checkout_unsettled on checkout (organisation_id, state, created_at) where state in ('open', 'pending', 'authorized');
create unique index one_open_checkout on checkout (organisation_id, debtor_id, for_key) where state in ('open', 'pending', 'authorized');

create table checkout_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  checkout_id uuid not null,
  invoice_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, checkout_id) references checkout (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);

create table payment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid,
  source text not null check (source in ('psp', 'bank', 'by-hand')),
  checkout_id uuid,
  bank_line_id uuid,
  amount_cents bigint not null check (amount_cents > 0),
  received_on date not null,
  payer_name text, payer_iban text,
  reference text,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, checkout_id) references checkout (organisation_id, id),
  foreign key (organisation_id, bank_line_id) references bank_line (organisation_id, id),
  constraint one_payment_per_checkout unique (organisation_id, checkout_id)
);
create index payment_of_debtor on payment (organisation_id, debtor_id, received_on);
alter table posting add foreign key (organisation_id, payment_id) references payment (organisation_id, id);
alter table payment_standing add foreign key (organisation_id, payment_id) references payment (organisation_id, id);

-- What was decided about a bank line; the newest row that isn't undone counts. A line without a row is unknown.
create table bank_match (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  bank_line_id uuid not null,
  state text not null check (state in ('auto', 'proposed', 'unknown', 'by-hand', 'ignored')),
  reason text not null,
  confidence double precision,
  candidates jsonb not null default '[]',
  payment_id uuid,
  decided_by uuid references staff (id),
  decided_at timestamptz not null,
  undone_at timestamptz, undone_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, bank_line_id) references bank_line (organisation_id, id),
  foreign key (organisation_id, payment_id) references payment (organisation_id, id)
);
create unique index one_match_in_force on bank_match (organisation_id, bank_line_id) where undone_at is null;
create index bank_match_pile on bank_match (organisation_id, state) where undone_at is null;

-- ── escalations ──────────────────────────────────────────────────────────────

create table ladder (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  is_default boolean not null default false,
  primary key (organisation_id, id)
);
create unique index one_default_ladder on ladder (organisation_id) where is_default;

create table ladder_version (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  ladder_id uuid not null,
  version int not null,
  steps jsonb not null,
  published_on date,
  proposed_by uuid references staff (id), published_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, ladder_id) references ladder (organisation_id, id),
  constraint ladder_version_once unique (organisation_id, ladder_id, version)
);

create table collection_case (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  number int not null,
  debtor_id uuid not null,
  owner_id uuid references staff (id),
  opened_on date not null,
  closed_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  constraint case_number_once unique (organisation_id, number)
);
create unique index one_open_case on collection_case (organisation_id, debtor_id) where closed_on is null;

-- ── messages ─────────────────────────────────────────────────────────────────

create table message (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  case_id uuid,
  kind text not null,
  channel text not null check (channel in ('mail', 'letter')),
  to_address text,
  language text not null check (language in ('nl', 'en')),
  -- Rendered and kept as it was sent. Empty until the moment of sending: what leaves is decided and written then.
  subject text, html text, body_text text,
  facts jsonb not null default '{}',
  by_request boolean not null default false,
  pay_by date,
  total_cents bigint,
  state text not null default 'queued' check (state in ('queued', 'sending', 'handed-over', 'delivered', 'bounced', 'parked', 'cancelled')),
  state_reason text,
  queued_on date not null,
  queued_at timestamptz not null,
  send_after timestamptz not null,
  sending_at timestamptz, handed_over_at timestamptz, delivered_at timestamptz, bounced_at timestamptz, opened_at timestamptz,
  created_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, case_id) references collection_case (organisation_id, id)
);
create index message_of_debtor on message (organisation_id, debtor_id, queued_at);
create index message_waiting on message (organisation_id, state, send_after) where state in ('queued', 'sending', 'parked');

create table message_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  message_id uuid not null,
  invoice_id uuid not null,
  step_key text,
  open_cents bigint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  constraint invoice_once_per_message unique (organisation_id, message_id, invoice_id)
);
create index message_of_invoice on message_invoice (organisation_id, invoice_id);

create table message_document (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  message_id uuid not null,
  document_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id)
);
create index document_of_message on message_document (organisation_id, message_id);
alter table invoice_delivery add foreign key (organisation_id, message_id) references message (organisation_id, id);
alter table contact_fault add foreign key (organisation_id, message_id) references message (organisation_id, id);

create table inbound_message (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid,
  message_id uuid,
  kind text not null check (kind in ('reply', 'bounce', 'portal-question')),
  from_address text,
  subject text, body_text text,
  received_at timestamptz not null,
  read_at timestamptz, read_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id)
);
create index inbound_unread on inbound_message (organisation_id, debtor_id) where read_at is null;

-- ── calls, promises, agreements ──────────────────────────────────────────────

create table call_task (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  case_id uuid,
  reason text not null,
  note text,
  planned_on date not null,
  planned_minute int check (planned_minute between 0 and 1439),
  owner_id uuid references staff (id),
  created_at timestamptz not null,
  claimed_by uuid references staff (id), claimed_until timestamptz,
  closed_at timestamptz, closed_because text,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, case_id) references collection_case (organisation_id, id)
);
create unique index one_open_call_task on call_task (organisation_id, debtor_id) where closed_at is null;

create table call_log (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  case_id uuid,
  task_id uuid,
  staff_id uuid references staff (id),
  number text, person text, person_role text,
  direction text not null default 'out' check (direction in ('out', 'in')),
  started_at timestamptz not null,
  seconds int check (seconds >= 0),
  outcome text not null,
  excuse text,
  can_pay text not null default 'unknown' check (can_pay in ('cannot', 'will-not', 'unknown')),
  notes text,
  next_action text, next_on date, next_minute int,
  corrects_id uuid,
  logged_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, task_id) references call_task (organisation_id, id),
  foreign key (organisation_id, corrects_id) references call_log (organisation_id, id)
);
create index call_log_of_debtor on call_log (organisation_id, debtor_id, started_at desc);
create trigger call_log_append_only before update or delete on call_log for each statement execute function refuse_change();

create table call_log_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  call_log_id uuid not null,
  invoice_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, call_log_id) references call_log (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);

create table call_evaluation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  call_log_id uuid not null,
  staff_id uuid not null references staff (id),
  went_well text, better text, next_time text,
  shared boolean not null default false,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, call_log_id) references call_log (organisation_id, id),
  constraint one_evaluation_per_call unique (organisation_id, call_log_id)
);

create table promise (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  source text not null check (source in ('call', 'portal', 'reply')),
  call_log_id uuid,
  amount_cents bigint not null check (amount_cents > 0),
  by_day date not null,
  made_on date not null check (made_on <= by_day),
  cancelled_on date, cancel_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, call_log_id) references call_log (organisation_id, id)
);
create index promise_of_debtor on promise (organisation_id, debtor_id, made_on);

-- settled_on: the day the night found the promise kept or broken; it frees the invoice for a new one.
create table promise_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  promise_id uuid not null,
  invoice_id uuid not null,
  open_cents bigint not null,
  settled_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, promise_id) references promise (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);
create unique index one_open_promise_per_invoice on promise_invoice (organisation_id, invoice_id) where settled_on is null;

create table agreement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  version int not null default 1,
  promise_id uuid,
  plan_id uuid,
  call_log_id uuid,
  message_id uuid,
  language text not null,
  sentence text not null,
  sha256 bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz, contradicted_at timestamptz, contradiction text,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, promise_id) references promise (organisation_id, id),
  foreign key (organisation_id, call_log_id) references call_log (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  constraint answered_once check (confirmed_at is null or contradicted_at is null)
);
create index agreement_of_debtor on agreement (organisation_id, debtor_id, made_at);

-- ── plans, disputes, holds ───────────────────────────────────────────────────

create table plan (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  proposed_by text not null check (proposed_by in ('debtor', 'staff')),
  proposed_by_staff uuid references staff (id),
  proposed_on date not null,
  answer_by date not null,
  total_cents bigint not null check (total_cents > 0),
  policy jsonb not null,
  outside text[] not null default '{}',
  accepted_on date, accepted_by text, accepted_by_staff uuid references staff (id),
  declined_on date, decline_reason text, declined_by_staff uuid references staff (id),
  ended_on date, ended_because text check (ended_because in ('finished', 'broken', 'cancelled')), end_reason text,
  note text,
  version int not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id)
);
create index plan_of_debtor on plan (organisation_id, debtor_id);
alter table agreement add foreign key (organisation_id, plan_id) references plan (organisation_id, id);
alter table checkout add foreign key (organisation_id, plan_id) references plan (organisation_id, id);

create table plan_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  plan_id uuid not null,
  invoice_id uuid not null,
  open_cents bigint not null,
  active boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);
create unique index one_active_plan_per_invoice on plan_invoice (organisation_id, invoice_id) where active;
create index plan_of_invoice on plan_invoice (organisation_id, plan_id);

create table instalment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  plan_id uuid not null,
  number int not null check (number > 0),
  due_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint instalment_once unique (organisation_id, plan_id, number)
);

create table dispute (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  invoice_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  reason text not null,
  body_text text,
  raised_on date not null,
  raised_via text not null check (raised_via in ('portal', 'call', 'staff', 'reply')),
  deadline_on date not null,
  owner_id uuid references staff (id),
  decided_on date, outcome text check (outcome in ('agreed', 'partly', 'rejected', 'withdrawn')), decision text,
  decided_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);
create unique index one_open_dispute on dispute (organisation_id, invoice_id) where decided_on is null;

create table hold (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  scope text not null check (scope in ('organisation', 'debtor', 'invoice')),
  debtor_id uuid,
  invoice_id uuid,
  -- As packages/domain/src/escalations/hold.ts has them; an unread reply holds by itself and needs no row here.
  kind text not null check (kind in ('pause', 'paid-claim', 'hardship', 'brake', 'never')),
  stops text not null default 'everything' check (stops in ('reminders', 'everything')),
  reason text not null,
  from_day date not null,
  until_day date,
  review_on date,
  facts jsonb not null default '{}',
  placed_by uuid references staff (id),
  placed_via text not null default 'staff' check (placed_via in ('staff', 'portal', 'call', 'reply')),
  placed_at timestamptz not null,
  lifted_at timestamptz, lifted_by uuid references staff (id), lift_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  constraint scope_names_its_subject check (
    (scope = 'organisation' and debtor_id is null and invoice_id is null)
    or (scope = 'debtor' and debtor_id is not null and invoice_id is null)
    or (scope = 'invoice' and debtor_id is not null and invoice_id is not null))
);
create index hold_in_force on hold (organisation_id, debtor_id) where lifted_at is null;

-- ── steps, self-checks, letters, nights ──────────────────────────────────────

create table step_taken (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  invoice_id uuid not null,
  ladder_version_id uuid not null,
  step_key text not null,
  -- 1 for the first time; a repeating last step counts on.
  round int not null default 1,
  taken_on date not null,
  message_id uuid, call_task_id uuid, hand_over_id uuid,
  skipped_reason text, skipped_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  foreign key (organisation_id, ladder_version_id) references ladder_version (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  foreign key (organisation_id, call_task_id) references call_task (organisation_id, id),
  constraint one_message_per_step unique (organisation_id, invoice_id, ladder_version_id, step_key, round)
);
create index step_of_message on step_taken (organisation_id, message_id) where message_id is not null;

create table self_check (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  invoice_id uuid not null,
  message_id uuid,
  checked_on date not null,
  passed boolean not null,
  results jsonb not null,
  resolved_at timestamptz, resolved_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id)
);
create unique index one_open_fault_per_invoice on self_check (organisation_id, invoice_id) where not passed and resolved_at is null;

create table fourteen_day_letter (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  message_id uuid not null,
  principal_cents bigint not null check (principal_cents > 0),
  costs_cents bigint not null check (costs_cents > 0),
  vat_cents bigint not null default 0,
  channel text not null check (channel in ('mail', 'letter')),
  sent_on date not null,
  delivered_on date,
  presumed boolean not null default true,
  last_day date,
  costs_from date,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  constraint term_is_whole check ((last_day is null) = (costs_from is null) and (costs_from is null or costs_from > last_day))
);
create table letter_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  letter_id uuid not null,
  invoice_id uuid not null,
  principal_cents bigint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, letter_id) references fourteen_day_letter (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  constraint invoice_once_per_letter unique (organisation_id, letter_id, invoice_id)
);
create index letter_of_invoice on letter_invoice (organisation_id, invoice_id);

-- BW 6:96 lid 6: a consumer owes no costs before the fourteen days of this very invoice's letter have fully passed.
create function consumer_costs_after_letter() returns trigger language plpgsql as $$
declare booked date; kind text;
begin
  if new.account <> 'receivable' or new.part <> 'costs' or new.amount_cents <= 0 then return new; end if;
  select booked_on into booked from ledger_entry where organisation_id = new.organisation_id and id = new.entry_id;
  select debtor.kind into kind from debtor where organisation_id = new.organisation_id and id = new.debtor_id;
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
create trigger consumer_costs_after_letter before insert on posting for each row execute function consumer_costs_after_letter();

create table night_run (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  day date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  failures jsonb not null default '[]',
  primary key (organisation_id, id),
  constraint one_night_per_day unique (organisation_id, day)
);

-- ── debtor links and portal sessions ─────────────────────────────────────────

create table debtor_link (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  message_id uuid,
  agreement_id uuid,
  destination text not null default 'overview',
  token_hmac bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id),
  foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint link_token_once unique (organisation_id, token_hmac)
);

create table portal_session (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  link_id uuid not null,
  token_hash bytea not null,
  language text not null,
  checked_at timestamptz,
  code_hash bytea, code_expires_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, link_id) references debtor_link (organisation_id, id),
  constraint portal_token_once unique (organisation_id, token_hash)
);

-- ── agencies ─────────────────────────────────────────────────────────────────

create table agency (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  email text,
  wki_number text,
  wki_expires_on date,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);

create table api_key (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  agency_id uuid not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_by uuid references staff (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, agency_id) references agency (organisation_id, id),
  constraint api_key_once unique (organisation_id, key_hash)
);

create table hand_over (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  case_id uuid not null,
  debtor_id uuid not null,
  agency_id uuid not null,
  version int not null default 1,
  proposed_by uuid not null references staff (id),
  proposed_at timestamptz not null,
  approved_by uuid references staff (id),
  approved_at timestamptz,
  rejected_by uuid references staff (id), rejected_at timestamptz, reject_reason text,
  principal_cents bigint not null, interest_cents bigint not null, costs_cents bigint not null,
  snapshot jsonb, snapshot_sha256 bytea,
  accepted_at timestamptz,
  declined_at timestamptz, decline_reason text,
  recalled_at timestamptz, recalled_by uuid references staff (id), recall_reason text,
  closed_at timestamptz, close_code text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references collection_case (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, agency_id) references agency (organisation_id, id),
  constraint hand_over_by_second_person check (approved_by is null or approved_by <> proposed_by),
  constraint approved_has_snapshot check ((approved_at is null) or (snapshot is not null and snapshot_sha256 is not null))
);
create unique index one_hand_over_in_force on hand_over (organisation_id, case_id)
  where rejected_at is null and declined_at is null and recalled_at is null and closed_at is null;

create table hand_over_invoice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  hand_over_id uuid not null,
  invoice_id uuid not null,
  open_cents bigint not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, hand_over_id) references hand_over (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);

create table agency_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  hand_over_id uuid not null,
  kind text not null check (kind in ('status', 'call', 'letter', 'payment', 'plan', 'question', 'accepted', 'declined', 'closed')),
  body_text text,
  amount_cents bigint,
  on_day date,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, hand_over_id) references hand_over (organisation_id, id)
);
alter table step_taken add foreign key (organisation_id, hand_over_id) references hand_over (organisation_id, id);

-- ── notes and the audit trail ────────────────────────────────────────────────

create table note (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  case_id uuid,
  body_text text not null check (length(body_text) between 1 and 5000),
  written_by uuid references staff (id),
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id)
);
create index note_of_debtor on note (organisation_id, debtor_id, written_at);

create table audit (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'debtor', 'agency', 'system')),
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  before jsonb, after jsonb,
  request_id text,
  primary key (organisation_id, id)
);
create index audit_of_subject on audit (organisation_id, subject_id);
create trigger audit_append_only before update or delete on audit for each statement execute function refuse_change();
