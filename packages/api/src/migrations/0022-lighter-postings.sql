-- What is written for every invoice, payment and line of the bank takes fewer steps.

-- Each of these names the organisation once more through what it belongs to, in one key with it (as 0020 did for what a night writes).
alter table invoice drop constraint invoice_organisation_id_fkey;
alter table invoice_line drop constraint invoice_line_organisation_id_fkey;
alter table invoice_delivery drop constraint invoice_delivery_organisation_id_fkey;
alter table invoice_standing drop constraint invoice_standing_organisation_id_fkey;
alter table posting drop constraint posting_organisation_id_fkey;
alter table payment_standing drop constraint payment_standing_organisation_id_fkey;
alter table bank_line drop constraint bank_line_organisation_id_fkey;
alter table bank_match drop constraint bank_match_organisation_id_fkey;
alter table debtor_link drop constraint debtor_link_organisation_id_fkey;
alter table message_document drop constraint message_document_organisation_id_fkey;

-- What is open of an invoice and what is left of a payment follow their postings in one walk each, where an update was followed by a search
-- for what it had missed. A row that stands is changed and never proposed anew, so a payment's negative posting meets no check of its own.
create or replace function keep_standing() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  merge into invoice_standing standing using (
    select line.organisation_id, line.invoice_id, invoice.debtor_id, invoice.due_on,
           coalesce(sum(line.amount_cents) filter (where line.part = 'principal'), 0) as principal,
           coalesce(sum(line.amount_cents) filter (where line.part = 'interest'), 0) as interest,
           coalesce(sum(line.amount_cents) filter (where line.part = 'costs'), 0) as costs
    from new_postings line
    join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id and invoice.kind = 'invoice'
    where line.account = 'receivable'
    group by line.organisation_id, line.invoice_id, invoice.debtor_id, invoice.due_on) change
  on standing.organisation_id = change.organisation_id and standing.invoice_id = change.invoice_id
  when matched then update set
    principal_cents = standing.principal_cents + change.principal,
    interest_cents = standing.interest_cents + change.interest,
    costs_cents = standing.costs_cents + change.costs
  when not matched then insert (organisation_id, invoice_id, debtor_id, due_on, principal_cents, interest_cents, costs_cents)
    values (change.organisation_id, change.invoice_id, change.debtor_id, change.due_on, change.principal, change.interest, change.costs);

  merge into payment_standing standing using (
    select organisation_id, payment_id, -sum(amount_cents) as cents
    from new_postings where account = 'unallocated' group by organisation_id, payment_id) change
  on standing.organisation_id = change.organisation_id and standing.payment_id = change.payment_id
  when matched then update set unallocated_cents = standing.unallocated_cents + change.cents
  when not matched then insert (organisation_id, payment_id, unallocated_cents) values (change.organisation_id, change.payment_id, change.cents);
  return null;
end $$;
