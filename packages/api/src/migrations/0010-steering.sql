-- A message that the autopilot would have sent waits beside its task until a person says what becomes of it.
alter table work_task
  add column message_id uuid,
  add foreign key (organisation_id, message_id) references message (organisation_id, id);
create unique index one_open_task_per_message on work_task (organisation_id, message_id) where message_id is not null and closed_at is null;

-- Who recorded a stop code, when, and why it ended.
alter table debtor_status
  add column recorded_at timestamptz,
  add column ended_by uuid references staff (id),
  add column end_reason text;

-- What left lately, for the limits of sending.
create index message_handed_over on message (organisation_id, handed_over_at) where handed_over_at is not null;
-- Holds of many debtors at once: a handful of rows that every night and every sender asks for.
create index hold_of_many on hold (organisation_id, scope) where lifted_at is null and scope in ('organisation', 'segment');
