-- A collection that bounced names the collection it takes back: by its end-to-end reference, its mandate, or the account it went to.
create index bank_line_end_to_end on bank_line (organisation_id, end_to_end_id) where end_to_end_id is not null;
create index bank_line_mandate on bank_line (organisation_id, mandate_id) where mandate_id is not null;
create index payment_by_payer on payment (organisation_id, payer_iban) where payer_iban is not null;
