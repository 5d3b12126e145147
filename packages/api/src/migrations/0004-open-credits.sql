-- Credit notes are few among the invoices of a debtor; a bank line looks for those of every debtor in sight.
create index credit_note_of_debtor on invoice (organisation_id, debtor_id) where kind = 'credit-note';
