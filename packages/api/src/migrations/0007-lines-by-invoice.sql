-- What was agreed, paid, disputed and handed over is asked for by its invoice, every night for every open one, and by what it belongs to.

create index promises_of_invoice on promise_invoice (organisation_id, invoice_id);
create index invoices_of_promise on promise_invoice (organisation_id, promise_id);
create index plans_of_invoice on plan_invoice (organisation_id, invoice_id);
create index disputes_of_invoice on dispute (organisation_id, invoice_id);
create index checkouts_of_invoice on checkout_invoice (organisation_id, invoice_id);
create index invoices_of_checkout on checkout_invoice (organisation_id, checkout_id);
create index hand_overs_of_invoice on hand_over_invoice (organisation_id, invoice_id);
create index invoices_of_hand_over on hand_over_invoice (organisation_id, hand_over_id);
create index delivery_of_message on invoice_delivery (organisation_id, message_id) where message_id is not null;
