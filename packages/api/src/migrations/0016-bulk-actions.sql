-- One act on many rows of a list. The rows are chosen once and kept, so that what was looked at is what is done; each row is done by a
-- transaction of its own, which writes down what came of it: a row is done or it isn't, whatever breaks off in between (I-72).
create table bulk_action (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- What the asker calls it: the same key again is the same action.
  key text not null check (length(key) between 1 and 200),
  list text not null check (list in ('cases', 'invoices', 'debtors')),
  act text not null check (act in ('pause', 'lift', 'assign', 'postpone', 'skip', 'choose-ladder', 'write-off')),
  orders jsonb not null,
  -- The action that this one takes back.
  undoes_id uuid,
  state text not null check (state in ('checking', 'ready', 'running', 'done')),
  total int not null check (total > 0),
  cents bigint not null,
  prepared_by uuid not null references staff (id),
  prepared_at timestamptz not null,
  started_by uuid references staff (id),
  started_at timestamptz,
  finished_at timestamptz,
  -- When the outside world last saw it go on, so that one that was cut off is found.
  touched_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, undoes_id) references bulk_action (organisation_id, id),
  constraint bulk_action_once unique (organisation_id, prepared_by, key),
  constraint bulk_action_undone_once unique (organisation_id, undoes_id),
  constraint bulk_action_was_started check ((state in ('running', 'done')) = (started_at is not null and started_by is not null)),
  constraint bulk_action_was_finished check ((state = 'done') = (finished_at is not null))
);
create index bulk_action_recent on bulk_action (organisation_id, started_at desc) where started_at is not null;
create index bulk_action_at_work on bulk_action (organisation_id, prepared_at) where state in ('checking', 'running');

create table bulk_action_row (
  organisation_id uuid not null references organisation (id),
  bulk_action_id uuid not null,
  position int not null,
  subject_id uuid not null,
  label text not null,
  cents bigint not null,
  -- What a rehearsal found; the act itself decides again.
  expected text check (expected in ('goes', 'refused')),
  -- refused: a rule says no. failed: something broke on our side.
  outcome text check (outcome in ('done', 'refused', 'failed')),
  code text,
  details jsonb,
  -- What takes it back, of a row that is done.
  undo jsonb,
  touched_at timestamptz,
  primary key (organisation_id, bulk_action_id, position),
  foreign key (organisation_id, bulk_action_id) references bulk_action (organisation_id, id),
  constraint bulk_row_once unique (organisation_id, bulk_action_id, subject_id),
  constraint bulk_row_says_why check ((code is not null) = (coalesce(outcome, expected, 'goes') not in ('goes', 'done')))
);
create index bulk_row_to_do on bulk_action_row (organisation_id, bulk_action_id, position) where outcome is null;
select shut_to_others('bulk_action', 'bulk_action_row');
