-- What is open of an invoice and less than this is left in peace: reminding of it costs more than it brings (features 13.6).
alter table organisation add column minimum_reminder_cents bigint not null default 0 check (minimum_reminder_cents between 0 and 1000000);
