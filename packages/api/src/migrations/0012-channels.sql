-- ── letters that we print ourselves ──────────────────────────────────────────────────────────────────────────────────────

-- printed: written and on paper, waiting for whoever brings it to the post. It counts from the day on which it was posted.
alter table message
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sending', 'printed', 'handed-over', 'delivered', 'bounced', 'parked', 'cancelled')),
  add column printed_at timestamptz,
  add constraint printed_in_a_batch check (state <> 'printed' or (batch_id is not null and printed_at is not null));
create index message_of_batch on message (organisation_id, batch_id) where batch_id is not null;

alter table organisation add column letters_by_hand boolean not null default false;

alter table letter_batch
  add column pages int not null check (pages > 0),
  -- What goes to the printer, with the debtors' links in it: sealed with the key of the installation, and gone once it was posted or given up.
  add column print_file bytea,
  add column posted_on date,
  add column posted_at timestamptz, add column posted_by uuid references staff (id),
  add column given_up_at timestamptz, add column given_up_by uuid references staff (id),
  add constraint posted_or_given_up check (posted_at is null or given_up_at is null),
  add constraint posted_on_a_day check ((posted_at is null) = (posted_on is null)),
  add constraint print_file_goes check (print_file is null or (posted_at is null and given_up_at is null));
create index letter_batch_recent on letter_batch (organisation_id, made_at desc);

alter table document
  drop constraint document_kind_check,
  add constraint document_kind_check check (kind in ('invoice', 'letter', 'letter-batch', 'attachment', 'upload', 'source'));

-- ── text messages ────────────────────────────────────────────────────────────────────────────────────────────────────────

alter table contact_fault
  drop constraint contact_fault_channel_check,
  add constraint contact_fault_channel_check check (channel in ('mail', 'phone', 'letter', 'sms'));

-- ── what comes in ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- auto-reply: nobody wrote it, so it holds nothing. A reply without a debtor waits for somebody who knows whose it is.
alter table inbound_message
  drop constraint inbound_message_kind_check,
  add constraint inbound_message_kind_check check (kind in ('reply', 'bounce', 'auto-reply', 'portal-question')),
  add column channel text not null default 'mail' check (channel in ('mail', 'sms', 'portal')),
  add column mail_id text,
  add column from_name text,
  add column to_address text,
  add column matched_by text check (matched_by in ('message', 'address', 'sender', 'person')),
  add column dropped_files int not null default 0 check (dropped_files >= 0),
  add column assigned_at timestamptz,
  add column assigned_by uuid references staff (id);
-- A mail may be told twice, by a provider's webhook or after a restart: it is one.
create unique index inbound_mail_once on inbound_message (organisation_id, mail_id) where mail_id is not null;
create index inbound_recent on inbound_message (organisation_id, received_at desc, id desc);
create index inbound_unassigned on inbound_message (organisation_id) where debtor_id is null and read_at is null;
create index inbound_of_message on inbound_message (organisation_id, message_id) where message_id is not null;

create table inbound_document (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  inbound_message_id uuid not null,
  document_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, inbound_message_id) references inbound_message (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id),
  constraint document_once_per_inbound unique (organisation_id, inbound_message_id, document_id)
);
select shut_to_others('inbound_document');

-- Who wrote to us is looked up by address.
create index debtor_by_email on debtor (organisation_id, lower(email)) where email is not null;
create index contact_by_email on contact (organisation_id, lower(email)) where email is not null;
