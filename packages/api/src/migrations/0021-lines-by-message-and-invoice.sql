-- A line of a message is named by its message and its invoice. An id of its own was asked for by nobody, and cost a night of 300,000 lines a second index.
alter table message_invoice drop constraint message_invoice_pkey;
alter table message_invoice drop column id;
alter table message_invoice drop constraint invoice_once_per_message;
alter table message_invoice add constraint invoice_once_per_message primary key (organisation_id, message_id, invoice_id);
