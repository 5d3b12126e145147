import type { Seen } from "./invariants";

/** Something that is made wrong after the fact, and the invariant that has to name it. */
export interface PlantedFault {
  readonly rule: string;
  /** Done to the tables, with all their own guards off. */
  readonly sql?: string;
  /** Done to what the world outside says it saw. */
  readonly seen?: (seen: Seen) => Seen;
}

/** One line of a step that left by mail, and the moment it did. */
const ONE = `with one as (select line.*, message.debtor_id, message.handed_over_at as at, message.handed_over_at::date as day from message_invoice line
  join message on message.organisation_id = line.organisation_id and message.id = line.message_id
  join debtor on debtor.organisation_id = message.organisation_id and debtor.id = message.debtor_id and debtor.kind = 'consumer'
  where message.state = 'delivered' and line.step_key = 'reminder-1' and message.channel = 'mail' order by message.handed_over_at, line.invoice_id limit 1)`;
const OTHERS = (count: number): string => `, others as (select line.message_id, line.invoice_id as was_about, line.organisation_id from message_invoice line
  join message on message.organisation_id = line.organisation_id and message.id = line.message_id join one on one.organisation_id = line.organisation_id and one.message_id <> line.message_id
  where message.state = 'delivered' and line.step_key is not null and message.channel = 'mail' order by message.handed_over_at desc, line.invoice_id limit ${count})`;

/** A control for each invariant: without one that fails, nobody knows that it can. */
export const PLANTED: readonly PlantedFault[] = [
  {
    rule: "I-30 one message per invoice and step",
    sql: `${ONE} ${OTHERS(1)} update message_invoice line set invoice_id = one.invoice_id, step_key = one.step_key from one, others where line.message_id = others.message_id and line.invoice_id = others.was_about`,
  },
  {
    rule: "I-31 steps in order, each after the one before it left and its days",
    sql: `${ONE} update message set handed_over_at = handed_over_at - interval '40 days' from one where message.id = one.message_id`,
  },
  { rule: "I-32 nothing for what is paid at that moment", sql: `${ONE} update posting set amount_cents = -1 from one where posting.invoice_id = one.invoice_id and account = 'receivable'` },
  {
    rule: "I-32 nothing against a hold",
    sql: `${ONE} insert into hold (organisation_id, id, scope, debtor_id, kind, reason, from_day, placed_at) select organisation_id, gen_random_uuid(), 'debtor', debtor_id, 'pause', 'x', day, at - interval '1 hour' from one`,
  },
  {
    rule: "I-32 nothing for what is disputed",
    sql: `${ONE} insert into dispute (organisation_id, id, debtor_id, invoice_id, amount_cents, reason, raised_on, raised_via, deadline_on) select organisation_id, gen_random_uuid(), debtor_id, invoice_id, 100, 'not-good', day - 1, 'portal', day from one`,
  },
  {
    rule: "I-32 nothing for an invoice in a running plan",
    sql: `${ONE}, made as (insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_on, answer_by, total_cents, policy, accepted_on)
      select organisation_id, gen_random_uuid(), debtor_id, 'debtor', day - 3, day, 100, '{}', day - 2 from one returning id, organisation_id)
      insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents, active) select one.organisation_id, gen_random_uuid(), made.id, one.invoice_id, 100, false from one, made`,
  },
  {
    rule: "I-32 nothing for what is promised and not yet due",
    sql: `${ONE}, made as (insert into promise (organisation_id, id, debtor_id, source, amount_cents, by_day, made_on) select organisation_id, gen_random_uuid(), debtor_id, 'call', 100, day + 3, day - 2 from one returning id)
      insert into promise_invoice (organisation_id, id, promise_id, invoice_id, open_cents) select one.organisation_id, gen_random_uuid(), made.id, one.invoice_id, 100 from one, made`,
  },
  {
    rule: "I-32 nothing after hand-over, and nothing under a stop code",
    sql: `${ONE} insert into debtor_status (organisation_id, id, debtor_id, kind, from_day) select organisation_id, gen_random_uuid(), debtor_id, 'insolvent', day - 2 from one`,
  },
  {
    rule: "I-32 nothing while a reply is unread",
    sql: `${ONE} insert into inbound_message (organisation_id, id, debtor_id, kind, received_at) select organisation_id, gen_random_uuid(), debtor_id, 'reply', at - interval '1 hour' from one`,
  },
  { rule: "I-34 a message names what is open when it leaves", sql: `${ONE} update message_invoice line set open_cents = line.open_cents + 1 from one where line.message_id = one.message_id and line.invoice_id = one.invoice_id` },
  {
    rule: "I-35 one combined message a day and channel",
    sql: `${ONE} ${OTHERS(1)} update message set debtor_id = one.debtor_id, handed_over_at = one.at + interval '1 minute' from one, others where message.id = others.message_id`,
  },
  {
    rule: "I-36 at most one contact a day and four in thirty days",
    sql: `${ONE} insert into call_log (organisation_id, id, debtor_id, direction, started_at, outcome, logged_at) select organisation_id, gen_random_uuid(), debtor_id, 'out', at - interval '10 minutes', 'noAnswer', at from one`,
  },
  {
    rule: "I-36 the night knows the cap: it doesn't queue again and again what the morning takes back",
    sql: `${ONE} ${OTHERS(3)}, lines as (update message_invoice line set invoice_id = one.invoice_id, step_key = one.step_key from one, others where line.message_id = others.message_id and line.invoice_id = others.was_about returning line.message_id)
      update message set state = 'cancelled', state_reason = 'contact cap' from lines where message.id = lines.message_id`,
  },
  { rule: "I-36 no Sunday, no holiday, only from eight to eight", sql: `${ONE} update message set handed_over_at = handed_over_at + interval '13 hours' from one where message.id = one.message_id` },
  {
    rule: "I-37 no costs for a consumer before the letter's days have passed",
    sql: `${ONE} insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, amount_cents)
      select one.organisation_id, gen_random_uuid(), entry.id, 'receivable', 'costs', one.debtor_id, one.invoice_id, 4000 from one cross join lateral (select id from ledger_entry where organisation_id = one.organisation_id limit 1) entry`,
  },
  {
    rule: "I-41 a mail that came back is a fault of its address",
    sql: `with one as (select id from message where state = 'delivered' and channel = 'mail' and not exists (select 1 from contact_fault where contact_fault.debtor_id = message.debtor_id) limit 1)
      update message set state = 'bounced', bounced_at = handed_over_at, state_reason = 'x' from one where message.id = one.id`,
  },
  { rule: "I-42 a message is kept as it left", sql: `${ONE} update message set body_text = body_text || ' en meer' from one where message.id = one.message_id` },
  { rule: "I-43 nothing is lost in the line", sql: `${ONE} update message set state = 'queued', handed_over_at = null, send_after = '2026-01-05' from one where message.id = one.message_id` },
  { rule: "I-44 one night a day", sql: "update night_run set failures = '[\"x\"]' where id in (select id from night_run limit 1)" },
  { rule: "I-45 what didn't go says why", sql: `${ONE} update message set state = 'cancelled', state_reason = null from one where message.id = one.message_id` },
  {
    rule: "I-61 handed over with something open, and of a consumer after the letter",
    sql: `alter table hand_over drop constraint approved_has_snapshot; ${ONE} insert into hand_over (organisation_id, id, case_id, debtor_id, agency_id, proposed_by, proposed_at, approved_by, approved_at, principal_cents, interest_cents, costs_cents)
      select organisation_id, gen_random_uuid(), gen_random_uuid(), debtor_id, gen_random_uuid(), gen_random_uuid(), at, gen_random_uuid(), at, 100, 0, 0 from one`,
  },
  {
    rule: "I-32 nothing while a debtor is paying at the bank",
    sql: `${ONE}, made as (insert into checkout (organisation_id, id, debtor_id, amount_cents, reference, for_key, state, created_at, expires_at)
      select organisation_id, gen_random_uuid(), debtor_id, 100, 'x', 'x', 'open', at - interval '1 minute', at + interval '1 minute' from one returning id)
      insert into checkout_invoice (organisation_id, id, checkout_id, invoice_id, amount_cents) select one.organisation_id, gen_random_uuid(), made.id, one.invoice_id, 100 from one, made`,
  },
  {
    rule: "I-32 nothing while we collect it ourselves",
    sql: `${ONE} insert into direct_debit (organisation_id, id, debtor_id, since, source, recorded_at) select organisation_id, gen_random_uuid(), debtor_id, day - 3, 'staff', at - interval '1 hour' from one`,
  },
  {
    rule: "I-36 we don't call who heard from us that day or four times in thirty days, unless they asked",
    sql: `${ONE}, task as (insert into call_task (organisation_id, id, debtor_id, reason, planned_on, created_at) select organisation_id, gen_random_uuid(), debtor_id, 'step', day, at from one returning id)
      insert into call_log (organisation_id, id, debtor_id, task_id, direction, started_at, outcome, logged_at) select one.organisation_id, gen_random_uuid(), one.debtor_id, task.id, 'out', one.at + interval '1 hour', 'noAnswer', one.at from one, task`,
  },
  {
    rule: "I-13 what a debtor paid online is booked once, and only that",
    sql: `${ONE} insert into checkout (organisation_id, id, debtor_id, amount_cents, reference, for_key, state, created_at, expires_at, paid_at)
      select organisation_id, gen_random_uuid(), debtor_id, 100, 'x', 'x', 'paid', at, at, at from one`,
  },
  {
    rule: "I-62 handed over by two people",
    sql: `alter table hand_over drop constraint approved_has_snapshot, drop constraint hand_over_by_second_person; ${ONE}, who as (select gen_random_uuid() as id)
      insert into hand_over (organisation_id, id, case_id, debtor_id, agency_id, proposed_by, proposed_at, approved_by, approved_at, principal_cents, interest_cents, costs_cents)
      select organisation_id, gen_random_uuid(), gen_random_uuid(), debtor_id, gen_random_uuid(), who.id, at, who.id, at, 100, 0, 0 from one, who`,
  },
  {
    rule: "I-64 an agency is heard of what is with it, and of nothing else",
    sql: `alter table hand_over drop constraint approved_has_snapshot; ${ONE}, given as (insert into hand_over (organisation_id, id, case_id, debtor_id, agency_id, proposed_by, proposed_at, approved_by, approved_at, closed_at, close_code, principal_cents, interest_cents, costs_cents)
      select organisation_id, gen_random_uuid(), gen_random_uuid(), debtor_id, gen_random_uuid(), gen_random_uuid(), at, gen_random_uuid(), at, at, 'paid', 100, 0, 0 from one returning id, organisation_id, closed_at)
      insert into agency_event (organisation_id, id, hand_over_id, kind, body_text, created_at) select organisation_id, gen_random_uuid(), id, 'status', 'x', closed_at + interval '1 day' from given`,
  },
  {
    rule: "I-19 the books tell what the bank tells",
    seen: (seen) => ({ ...seen, payments: [...seen.payments, { organisationId: "", checkoutId: "none", asked: true, payment: { providerId: "tr_x", state: "paid", amountCents: 100, currency: "EUR" } }] }),
  },
  { rule: "I-43 nothing leaves twice", seen: (seen) => ({ ...seen, mails: [...seen.mails, ...seen.mails.slice(0, 1)] }) },
  { rule: "I-43 what we say left did leave", seen: (seen) => ({ ...seen, mails: seen.mails.slice(0, -1) }) },
  { rule: "I-47 nothing of another company", seen: (seen) => ({ ...seen, mails: seen.mails.map((mail, index) => (index === 0 ? { ...mail, organisationId: "another" } : mail)) }) },
];
