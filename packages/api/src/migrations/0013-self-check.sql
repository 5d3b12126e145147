-- What our own check holds an invoice against: the term that was agreed with a debtor, and the day its work was done.
alter table debtor add column agreed_term_days int constraint agreed_term_plausible check (agreed_term_days between 1 and 365);
alter table invoice add column performed_on date;

-- The evidence of a message, and what was looked at of an invoice on a day.
create index self_check_of_message on self_check (organisation_id, message_id) where message_id is not null;
-- Lines that wait for their place are few beside those that have one.
create index bank_match_waiting on bank_match (organisation_id, bank_line_id) where undone_at is null and state in ('proposed', 'unknown');
