-- A person looked at what our own check found, and it is right as it is. Holds for what they saw: when the facts change, it is asked again.
create table self_check_answer (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  invoice_id uuid not null,
  check_name text not null,
  evidence jsonb not null,
  reason text not null check (length(trim(reason)) > 0),
  answered_at timestamptz not null,
  answered_by uuid references staff (id),
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
);
create index answers_of_invoice on self_check_answer (organisation_id, invoice_id);
select shut_to_others('self_check_answer');
