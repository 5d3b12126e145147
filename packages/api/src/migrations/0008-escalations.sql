-- Shuts tables to other organisations: row-level security, forced, on the organisation of the transaction. For each migration
-- that adds a table with a tenant.
create function shut_to_others(variadic tables text[]) returns void language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own_organisation on %I using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid) '
      || 'with check (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', t);
  end loop;
end $$;

-- ── ladders: several, chosen by rules; versions that a second person publishes ───────────────────────────────────────────

-- Rules are tried by rank, the lowest first; the default ladder takes whoever no other took. Conditions as
-- packages/domain/src/escalations/choose-ladder.ts reads them.
alter table ladder
  add column rank int not null default 100,
  add column conditions jsonb not null default '{}',
  add column archived_at timestamptz,
  add column created_at timestamptz,
  add column created_by uuid references staff (id);

-- A draft has no day of publishing; it is proposed, and then published by somebody else. The ready ladder has no author.
alter table ladder_version
  add column created_at timestamptz,
  add column created_by uuid references staff (id),
  add column note text,
  add column proposed_at timestamptz,
  add column row_version int not null default 1,
  add constraint published_by_a_second_person check (published_by is null or proposed_by is null or published_by <> proposed_by);
create unique index one_draft_per_ladder on ladder_version (organisation_id, ladder_id) where published_on is null;

-- A debtor's own ladder, whatever the rules say, and the segment that rules and holds may name.
alter table debtor
  add column ladder_id uuid,
  add column segment text check (segment = lower(trim(segment)) and segment <> ''),
  add foreign key (organisation_id, ladder_id) references ladder (organisation_id, id);
create index debtor_of_segment on debtor (organisation_id, segment) where segment is not null;

-- An invoice that was put on a version by choice: its own ladder, or a running case moved to a new version (I-46). Without a
-- row an invoice follows the version of the last step it took, and before its first step the rules.
create table invoice_ladder (
  organisation_id uuid not null references organisation (id),
  invoice_id uuid not null,
  ladder_version_id uuid not null,
  chosen_at timestamptz not null,
  chosen_by uuid references staff (id),
  reason text not null,
  primary key (organisation_id, invoice_id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id),
  foreign key (organisation_id, ladder_version_id) references ladder_version (organisation_id, id)
);

-- ── tasks for a person: a step of the ladder that is theirs, or one that the autopilot would have done ───────────────────

create table work_task (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  debtor_id uuid not null,
  case_id uuid,
  kind text not null check (kind in ('step', 'autopilot')),
  step_key text not null,
  planned_on date not null,
  owner_id uuid references staff (id),
  created_at timestamptz not null,
  closed_at timestamptz, closed_by uuid references staff (id),
  -- done: a person did it; sent: the message went out by a person's word; skipped: with a reason.
  outcome text check (outcome in ('done', 'sent', 'skipped', 'lapsed')),
  reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, debtor_id) references debtor (organisation_id, id),
  foreign key (organisation_id, case_id) references collection_case (organisation_id, id),
  constraint closed_with_an_outcome check ((closed_at is null) = (outcome is null))
);
create index work_task_open on work_task (organisation_id, planned_on) where closed_at is null;
create index work_task_of_debtor on work_task (organisation_id, debtor_id);

alter table step_taken
  add column task_id uuid,
  add foreign key (organisation_id, task_id) references work_task (organisation_id, id);
create index step_of_task on step_taken (organisation_id, task_id) where task_id is not null;

-- A step that a person put off.
create table step_postponement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  invoice_id uuid not null,
  step_key text not null,
  until_day date not null,
  reason text not null check (length(trim(reason)) > 0),
  placed_at timestamptz not null,
  placed_by uuid references staff (id),
  lifted_at timestamptz, lifted_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);
create unique index one_postponement_per_invoice on step_postponement (organisation_id, invoice_id) where lifted_at is null;

-- ── holds for a case and a segment, with an owner ────────────────────────────────────────────────────────────────────────

alter table hold
  add column case_id uuid,
  add column segment text,
  add column owner_id uuid references staff (id),
  add foreign key (organisation_id, case_id) references collection_case (organisation_id, id),
  drop constraint hold_scope_check,
  drop constraint scope_names_its_subject,
  add constraint hold_scope_check check (scope in ('organisation', 'segment', 'debtor', 'case', 'invoice')),
  add constraint scope_names_its_subject check (
    (scope = 'organisation' and debtor_id is null and invoice_id is null and case_id is null and segment is null)
    or (scope = 'segment' and segment is not null and debtor_id is null and invoice_id is null and case_id is null)
    or (scope = 'debtor' and debtor_id is not null and invoice_id is null and case_id is null and segment is null)
    or (scope = 'case' and debtor_id is not null and case_id is not null and invoice_id is null and segment is null)
    or (scope = 'invoice' and debtor_id is not null and invoice_id is not null and case_id is null and segment is null));

-- ── sending: a stop button, limits, text messages, words of a person ─────────────────────────────────────────────────────

create table sending_stop (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  reason text not null check (length(trim(reason)) > 0),
  stopped_at timestamptz not null,
  stopped_by uuid references staff (id),
  lifted_at timestamptz, lifted_by uuid references staff (id),
  primary key (organisation_id, id)
);
create unique index one_stop_at_a_time on sending_stop (organisation_id) where lifted_at is null;

alter table organisation
  add column send_limit_hour int check (send_limit_hour between 1 and 1000000),
  add column send_limit_day int check (send_limit_day between 1 and 1000000);

alter table message
  drop constraint message_channel_check,
  add constraint message_channel_check check (channel in ('mail', 'letter', 'sms')),
  -- What a person wrote in the place of the ready text, before it left: { subject, body }.
  add column own_words jsonb,
  add column own_words_by uuid references staff (id),
  add column template_version_id uuid,
  add column batch_id uuid;

-- Letters printed together: one PDF for the printer, or one parcel for the print service.
create table letter_batch (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  made_at timestamptz not null,
  made_by uuid references staff (id),
  letters int not null check (letters > 0),
  document_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id)
);
alter table message add foreign key (organisation_id, batch_id) references letter_batch (organisation_id, id);

-- ── an organisation's own texts, in versions ─────────────────────────────────────────────────────────────────────────────

create table template_version (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null,
  language text not null check (language in ('nl', 'en')),
  tone text not null check (tone in ('u', 'je')),
  version int not null check (version > 0),
  subject text not null,
  preheader text not null default '',
  body text not null,
  note text,
  made_at timestamptz not null,
  made_by uuid references staff (id),
  row_version int not null default 1,
  activated_at timestamptz, activated_by uuid references staff (id),
  retired_at timestamptz, retired_by uuid references staff (id),
  primary key (organisation_id, id),
  constraint template_version_once unique (organisation_id, kind, language, tone, version)
);
create unique index one_active_template on template_version (organisation_id, kind, language, tone) where activated_at is not null and retired_at is null;
create unique index one_template_draft on template_version (organisation_id, kind, language, tone) where activated_at is null and retired_at is null;
alter table message add foreign key (organisation_id, template_version_id) references template_version (organisation_id, id);

select shut_to_others('invoice_ladder', 'work_task', 'step_postponement', 'sending_stop', 'letter_batch', 'template_version');
