-- Invoices in from spreadsheets: an import can wait for its mapping, tells what came of each row in a table of its own (a list in one
-- row was written anew with every file), and is the same import when it is sent again under the same key.

alter table import drop constraint import_state_check;
alter table import add constraint import_state_check check (state in ('waiting', 'running', 'done', 'failed'));
alter table import add column changed int not null default 0;
alter table import add column key text;
-- The file itself, while it waits and as evidence of where its invoices came from.
alter table import add column document_id uuid;
-- Which column is what, from the moment it began.
alter table import add column mapping jsonb;
alter table import add constraint import_document_fkey foreign key (organisation_id, document_id) references document (organisation_id, id);
-- How far it got and when, so that one that broke off is seen to have.
alter table import add column touched_at timestamptz;
create unique index import_key_once on import (organisation_id, key) where key is not null;

create table import_result (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  import_id uuid not null,
  -- The row of the file, where it has rows.
  line int,
  label text not null,
  outcome text not null check (outcome in ('created', 'changed', 'unchanged', 'refused')),
  code text, details text,
  invoice_id uuid, debtor_id uuid, statement_id uuid,
  warnings text[] not null default '{}',
  -- What a refused row held, so that it can be given back with its reason.
  cells text[],
  primary key (organisation_id, id),
  foreign key (organisation_id, import_id) references import (organisation_id, id)
);
create index result_of_import on import_result (organisation_id, import_id, id);
create index refused_of_import on import_result (organisation_id, import_id, id) where outcome = 'refused';

insert into import_result (organisation_id, id, import_id, label, outcome, code, details, invoice_id, debtor_id, statement_id, warnings)
select import.organisation_id, gen_random_uuid(), import.id, result ->> 'label', result ->> 'outcome', result ->> 'code', result ->> 'details',
  (result ->> 'invoiceId')::uuid, (result ->> 'debtorId')::uuid, (result ->> 'statementId')::uuid,
  array(select jsonb_array_elements_text(coalesce(result -> 'warnings', '[]')))
from import cross join lateral jsonb_array_elements(import.results) as result;
alter table import drop column results;

-- Which column of a file is what, by its header: the next file with these columns needs no choosing.
create table import_mapping (
  organisation_id uuid not null references organisation (id),
  signature text not null,
  mapping jsonb not null,
  kept_by uuid references staff (id),
  kept_at timestamptz not null,
  primary key (organisation_id, signature)
);

do $$
declare t text;
begin
  foreach t in array array['import_result', 'import_mapping'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_organisation on %I using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid) '
      || 'with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', t);
  end loop;
end $$;
