import { createHash } from "node:crypto";
import type { BankPayment } from "./bank-page";
import type { Witnessed } from "./simulated-world";

/** Something that must never be, with where it was seen. */
export interface Breach {
  readonly rule: string;
  readonly what: string;
}

type Ask = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** What the world outside saw, and until which business moment. */
export interface Seen {
  readonly mails: readonly Witnessed[];
  readonly letters: readonly { readonly reference: string }[];
  readonly texts: readonly { readonly reference: string }[];
  /** Payments as the provider has them; of those that we asked after, our books tell the same. */
  readonly payments: readonly BankPayment[];
  readonly now: Date;
}

const DAY = (column: string): string => `(${column} at time zone 'Europe/Amsterdam')::date`;
const MINUTE = (column: string): string => `extract(hour from ${column} at time zone 'Europe/Amsterdam') * 60 + extract(minute from ${column} at time zone 'Europe/Amsterdam')`;

/** Every invoice of every message that left because a step of the ladder was due. */
const LEFT = `message.handed_over_at is not null and line.step_key is not null`;
const SENT = `message join message_invoice line on line.organisation_id = message.organisation_id and line.message_id = message.id
  join debtor on debtor.organisation_id = message.organisation_id and debtor.id = message.debtor_id`;
const LAWFUL = `('fourteen-day-letter', 'business-notice')`;
const T = "message.handed_over_at";

/**
 * Written anew from quality.md, from the tables alone: nothing here calls the product, so that a fault in a rule of the product shows.
 * Each returns a row, with what it saw, for each breach.
 */
export const RULES: Readonly<Record<string, string>> = {
  "I-30 one message per invoice and step": `
    select line.invoice_id || ' ' || line.step_key || ' ' || message.channel as what from ${SENT} where ${LEFT} group by line.invoice_id, line.step_key, message.channel having count(*) > 1`,

  "I-31 steps in order, each after the one before it left and its days": `
    with steps as (
      select ladder_version.organisation_id, ladder_version.id as version, step.value ->> 'id' as key, step.ordinality as place, coalesce((step.value ->> 'minDaysAfterPrevious')::int, 5) as days,
        (step.value ->> 'afterDays')::int as after_days
      from ladder_version cross join jsonb_array_elements(ladder_version.steps) with ordinality step
    ), done as (
      select taken.organisation_id, taken.invoice_id, steps.place, steps.days, steps.after_days, min(${DAY(T)}) as on_day
      from step_taken taken join steps on steps.organisation_id = taken.organisation_id and steps.version = taken.ladder_version_id and steps.key = taken.step_key
      join message on message.organisation_id = taken.organisation_id and message.id = taken.message_id and message.handed_over_at is not null and message.state <> 'cancelled'
      where taken.skipped_reason is null group by 1, 2, 3, 4, 5
    ), spaced as (
      select *, lag(on_day) over (partition by invoice_id order by place) as before from done
    )
    select spaced.invoice_id || ': step ' || place || ' on ' || on_day || ', the one before on ' || coalesce(before::text, '-') as what
    from spaced join invoice on invoice.organisation_id = spaced.organisation_id and invoice.id = spaced.invoice_id
    where on_day < before + days or on_day < invoice.due_on + after_days`,

  "I-32 nothing for what is paid at that moment": `
    select message.id || ' ' || line.invoice_id as what from ${SENT} where ${LEFT} and coalesce((
      select sum(posting.amount_cents) from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
      where posting.organisation_id = message.organisation_id and posting.account = 'receivable' and posting.invoice_id = line.invoice_id and entry.created_at < ${T}), 0) <= 0`,

  "I-32 nothing against a hold": `
    select message.id || ' held by ' || hold.kind || ' ' || hold.id as what from ${SENT} join hold on hold.organisation_id = message.organisation_id
    where ${LEFT} and hold.placed_at < ${T} and (hold.lifted_at is null or hold.lifted_at > ${T}) and hold.from_day <= ${DAY(T)} and (hold.until_day is null or hold.until_day >= ${DAY(T)})
      and (hold.scope = 'organisation' or (hold.scope = 'debtor' and hold.debtor_id = message.debtor_id) or (hold.scope = 'invoice' and hold.invoice_id = line.invoice_id)
        or (hold.scope = 'case' and hold.debtor_id = message.debtor_id) or (hold.scope = 'segment' and hold.segment = debtor.segment))
      and (hold.stops = 'everything' or message.kind not in ${LAWFUL})`,

  "I-32 nothing for what is disputed": `
    select message.id || ' disputed ' || dispute.id as what from ${SENT} join dispute on dispute.organisation_id = message.organisation_id and dispute.invoice_id = line.invoice_id
    where ${LEFT} and dispute.raised_on < ${DAY(T)} and (dispute.decided_on is null or dispute.decided_on > ${DAY(T)})`,

  "I-32 nothing for an invoice in a running plan": `
    select message.id || ' plan ' || plan.id as what from ${SENT} join plan_invoice on plan_invoice.organisation_id = message.organisation_id and plan_invoice.invoice_id = line.invoice_id
    join plan on plan.organisation_id = plan_invoice.organisation_id and plan.id = plan_invoice.plan_id
    where ${LEFT} and plan.accepted_on < ${DAY(T)} and (plan.ended_on is null or plan.ended_on > ${DAY(T)})`,

  "I-32 nothing for what is promised and not yet due": `
    select message.id || ' promise ' || promise.id as what from ${SENT} join promise_invoice on promise_invoice.organisation_id = message.organisation_id and promise_invoice.invoice_id = line.invoice_id
    join promise on promise.organisation_id = promise_invoice.organisation_id and promise.id = promise_invoice.promise_id
    where ${LEFT} and promise.made_on < ${DAY(T)} and promise.by_day >= ${DAY(T)} and (promise.cancelled_on is null or promise.cancelled_on > ${DAY(T)})
      and (promise_invoice.settled_on is null or promise_invoice.settled_on > ${DAY(T)})`,

  "I-32 nothing after hand-over, and nothing under a stop code": `
    select message.id || ' handed over' as what from ${SENT} join hand_over_invoice given on given.organisation_id = message.organisation_id and given.invoice_id = line.invoice_id
    join hand_over on hand_over.organisation_id = given.organisation_id and hand_over.id = given.hand_over_id
    where ${LEFT} and hand_over.approved_at < ${T} and (hand_over.recalled_at is null or hand_over.recalled_at > ${T}) and hand_over.declined_at is null and hand_over.rejected_at is null and hand_over.closed_at is null
    union all
    select message.id || ' ' || status.kind from ${SENT} join debtor_status status on status.organisation_id = message.organisation_id and status.debtor_id = message.debtor_id
    where ${LEFT} and status.from_day < ${DAY(T)} and (status.until_day is null or status.until_day >= ${DAY(T)}) and (status.ended_at is null or status.ended_at > ${T})`,

  "I-32 nothing while a reply is unread": `
    select message.id || ' reply ' || reply.id as what from ${SENT} join inbound_message reply on reply.organisation_id = message.organisation_id and reply.debtor_id = message.debtor_id and reply.kind = 'reply'
    where ${LEFT} and message.kind not in ${LAWFUL} and reply.received_at < ${T} and (reply.read_at is null or reply.read_at > ${T})`,

  "I-32 nothing while a debtor is paying at the bank": `
    select message.id || ' checkout ' || checkout.id as what from ${SENT} join checkout_invoice paying on paying.organisation_id = message.organisation_id and paying.invoice_id = line.invoice_id
    join checkout on checkout.organisation_id = paying.organisation_id and checkout.id = paying.checkout_id
    where ${LEFT} and checkout.created_at < ${T} and checkout.expires_at > ${T} and (checkout.state in ('open', 'pending', 'authorized') or checkout.fetched_at > ${T})`,

  "I-32 nothing while we collect it ourselves": `
    select message.id || ' direct debit ' || debit.id as what from ${SENT} join direct_debit debit on debit.organisation_id = message.organisation_id and debit.debtor_id = message.debtor_id and (debit.invoice_id is null or debit.invoice_id = line.invoice_id)
    where ${LEFT} and debit.recorded_at < ${T} and debit.since <= ${DAY(T)} and (debit.ended_at is null or debit.ended_at > ${T}) and not exists (
      select 1 from posting paid join posting back on back.organisation_id = paid.organisation_id and back.payment_id = paid.payment_id
      join ledger_entry charge on charge.organisation_id = back.organisation_id and charge.id = back.entry_id and charge.kind = 'chargeback'
      where paid.organisation_id = message.organisation_id and paid.invoice_id = line.invoice_id and charge.created_at < ${T} and charge.value_on > debit.since)`,

  "I-34 a message names what is open when it leaves": `
    select message.id || ' says ' || line.open_cents || ', open ' || open.cents as what from ${SENT}
    cross join lateral (select coalesce(sum(posting.amount_cents), 0) as cents from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
      where posting.organisation_id = message.organisation_id and posting.account = 'receivable' and posting.invoice_id = line.invoice_id and entry.created_at < ${T}) open
    where ${LEFT} and line.open_cents <> open.cents`,

  "I-35 one combined message a day and channel": `
    select debtor_id || ' ' || on_day || ' ' || channel as what from (select distinct message.id, message.debtor_id, ${DAY(T)} as on_day, message.channel from ${SENT} where ${LEFT}) left_house
    group by debtor_id, on_day, channel having count(*) > 1`,

  "I-36 at most one contact a day and four in thirty days": `
    with contact as (
      select organisation_id, debtor_id, handed_over_at as at, id from message where handed_over_at is not null and not by_request
      union all select organisation_id, debtor_id, started_at, id from call_log where direction = 'out'
    )
    select message.id || ' on ' || ${DAY(T)} || ' after ' || count(*) filter (where ${DAY("contact.at")} = ${DAY(T)}) || ' that day, ' || count(*) || ' in 30' as what
    from (select distinct message.* from ${SENT} where ${LEFT} and message.kind not in ${LAWFUL}) message
    join contact on contact.organisation_id = message.organisation_id and contact.debtor_id = message.debtor_id and contact.at < ${T} and contact.id <> message.id
      and ${DAY("contact.at")} > ${DAY(T)} - 30
    group by message.id, ${T} having count(*) >= 4 or count(*) filter (where ${DAY("contact.at")} = ${DAY(T)}) >= 1`,

  "I-36 we don't call who heard from us that day or four times in thirty days, unless they asked": `
    with contact as (
      select organisation_id, debtor_id, handed_over_at as at, id from message where handed_over_at is not null and not by_request
      union all select organisation_id, debtor_id, started_at, id from call_log where direction = 'out'
    )
    select called.id || ' after ' || count(*) as what from call_log called
    join call_task task on task.organisation_id = called.organisation_id and task.id = called.task_id and task.reason not in ('call-back', 'call-me-back', 'contradicted') and (task.reason <> 'by-hand' or task.note is null)
    join contact on contact.organisation_id = called.organisation_id and contact.debtor_id = called.debtor_id and contact.at < called.started_at and contact.id <> called.id
      and ${DAY("contact.at")} > ${DAY("called.started_at")} - 30
    where called.direction = 'out' group by called.id, called.started_at
    having count(*) >= 4 or count(*) filter (where ${DAY("contact.at")} = ${DAY("called.started_at")}) >= 1`,

  "I-36 the night knows the cap: it doesn't queue again and again what the morning takes back": `
    select line.invoice_id || ' ' || line.step_key || ' ' || count(*) || ' times' as what from message join message_invoice line on line.organisation_id = message.organisation_id and line.message_id = message.id
    where message.state = 'cancelled' and message.state_reason = 'contact cap' and line.step_key is not null group by line.invoice_id, line.step_key, message.channel having count(*) > 2`,

  "I-36 no Sunday, no holiday, only from eight to eight": `
    select message.id || ' at ' || ${T} as what from message where handed_over_at is not null and not by_request
      and (extract(isodow from ${DAY(T)}) = 7 or to_char(${DAY(T)}, 'YYYY-MM-DD') = any($1) or ${MINUTE(T)} not between 480 and 1199)`,

  "I-37 no costs for a consumer before the letter's days have passed": `
    select posting.invoice_id || ' ' || entry.booked_on as what from posting join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id
    join debtor on debtor.organisation_id = posting.organisation_id and debtor.id = posting.debtor_id
    where posting.account = 'receivable' and posting.part = 'costs' and posting.amount_cents > 0 and debtor.kind in ('consumer', 'unknown') and not exists (
      select 1 from letter_invoice line join fourteen_day_letter letter on letter.organisation_id = line.organisation_id and letter.id = line.letter_id
      join message on message.organisation_id = letter.organisation_id and message.id = letter.message_id
      where line.organisation_id = posting.organisation_id and line.invoice_id = posting.invoice_id and message.handed_over_at is not null and message.bounced_at is null and entry.booked_on >= letter.sent_on + 17)`,

  "I-41 a mail that came back is a fault of its address": `
    select message.id as what from message where state = 'bounced' and channel = 'mail' and not exists (
      select 1 from contact_fault fault where fault.organisation_id = message.organisation_id and fault.debtor_id = message.debtor_id and fault.channel = 'mail' and fault.found_at <= message.bounced_at)`,

  "I-42 a message is kept as it left": `
    select id as what from message where handed_over_at is not null and (coalesce(body_text, '') = '' or to_address is null or facts ->> 'sentSha256' is null or (channel = 'mail' and coalesce(subject, '') = ''))`,

  "I-43 nothing is lost in the line": `
    select id || ' ' || state as what from message where state in ('queued', 'sending', 'parked') and send_after < $1::timestamptz - interval '9 days'`,

  "I-44 one night a day": `
    select organisation_id || ' ' || day || coalesce(': ' || max(left(failures::text, 300)) filter (where jsonb_array_length(failures) > 0), '') as what
    from night_run group by organisation_id, day having count(*) > 1 or bool_or(jsonb_array_length(failures) > 0)`,

  "I-45 what didn't go says why": `
    select id as what from message where state in ('cancelled', 'parked', 'bounced') and coalesce(state_reason, '') = ''`,

  "I-13 what a debtor paid online is booked once, and only that": `
    select checkout.id || ' ' || checkout.state || ', booked ' || count(payment.id) || ' times' as what from checkout
    left join payment on payment.organisation_id = checkout.organisation_id and payment.checkout_id = checkout.id
    group by checkout.id, checkout.state, checkout.amount_cents having count(payment.id) <> case when checkout.state = 'paid' then 1 else 0 end or coalesce(sum(payment.amount_cents), 0) not in (0, checkout.amount_cents)`,

  "I-62 handed over by two people": `
    select id as what from hand_over where approved_by = proposed_by or rejected_by = proposed_by`,

  "I-64 an agency is heard of what is with it, and of nothing else": `
    select event.id || ' ' || event.kind as what from agency_event event join hand_over on hand_over.organisation_id = event.organisation_id and hand_over.id = event.hand_over_id
    where hand_over.approved_at is null or event.created_at < hand_over.approved_at or event.created_at > coalesce(hand_over.closed_at, hand_over.declined_at, hand_over.recalled_at, 'infinity')`,

  "I-61 handed over with something open, and of a consumer after the letter": `
    select hand_over.id as what from hand_over join debtor on debtor.organisation_id = hand_over.organisation_id and debtor.id = hand_over.debtor_id
    where approved_at is not null and (principal_cents + interest_cents + costs_cents <= 0 or (debtor.kind in ('consumer', 'unknown') and not exists (
      select 1 from hand_over_invoice given join letter_invoice line on line.organisation_id = given.organisation_id and line.invoice_id = given.invoice_id
      where given.organisation_id = hand_over.organisation_id and given.hand_over_id = hand_over.id)))`,
};

/** The holidays of the Netherlands, written out: what the product computes is held against this. */
export const HOLIDAYS = [
  "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26",
  "2027-01-01", "2027-03-28", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-16", "2027-05-17", "2027-12-25", "2027-12-26",
  "2028-01-01", "2028-04-16", "2028-04-17", "2028-04-27", "2028-05-25", "2028-06-04", "2028-06-05", "2028-12-25", "2028-12-26",
].filter((day) => day !== "2026-04-03" && day !== "2026-05-05");

const VALUES: Readonly<Record<string, (seen: Seen) => unknown[]>> = {
  "I-36 no Sunday, no holiday, only from eight to eight": () => [HOLIDAYS],
  "I-43 nothing is lost in the line": ({ now }) => [now],
};

/** Looks at everything there is. @returns What was found wrong; nothing, as it should be. */
export async function findBreaches(ask: Ask, seen: Seen): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const [rule, sql] of Object.entries(RULES)) {
    for (const { what } of await ask<{ what: string }>(sql, VALUES[rule]?.(seen))) breaches.push({ rule, what });
  }
  return [...breaches, ...(await outsideBreaches(ask, seen))];
}

interface Kept {
  id: string;
  organisation: string;
  state: string;
  to: string | null;
  text: string | null;
  name: string;
  released: boolean;
  numbers: string[];
}

/** What the world outside saw, against what we think happened: nothing twice, nothing unknown, nothing of another company (I-43, I-47, I-42). */
async function outsideBreaches(ask: Ask, { mails, letters, texts, payments }: Seen): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const kept = new Map((await ask<Kept>(
    `select message.id, message.organisation_id as organisation, message.state, message.to_address as to, message.body_text as text, organisation.name,
       exists (select 1 from audit where audit.organisation_id = message.organisation_id and audit.action = 'release-parked-message' and audit.subject_id = message.id and audit.after ->> 'send' = 'true') as released,
       array(select number from invoice join message_invoice line on line.organisation_id = invoice.organisation_id and line.invoice_id = invoice.id where line.organisation_id = message.organisation_id and line.message_id = message.id) as numbers
     from message join organisation on organisation.id = message.organisation_id where message.sending_at is not null`)).map((row) => [row.id, row]));
  const names = [...new Set([...kept.values()].map(({ name }) => name))];
  const times = new Map<string, number>();
  for (const mail of mails) {
    times.set(mail.messageId, (times.get(mail.messageId) ?? 0) + 1);
    const own = kept.get(mail.messageId);
    if (!own || own.organisation !== mail.organisationId) breaches.push({ rule: "I-47 nothing of another company", what: `${mail.messageId} left for ${mail.to} and isn't ours` });
    else if (names.some((name) => name !== own.name && mail.text.includes(name))) breaches.push({ rule: "I-47 nothing of another company", what: `${mail.messageId} names another company` });
    else if (own.to !== mail.to) breaches.push({ rule: "I-42 a message is kept as it left", what: `${mail.messageId} went to ${mail.to}, kept as ${own.to}` });
    else if (own.text !== null && fingerprint(own.text) !== fingerprint(mail.text)) breaches.push({ rule: "I-42 a message is kept as it left", what: `${mail.messageId} reads otherwise than it is kept` });
  }
  for (const { reference } of [...letters, ...texts]) times.set(reference, (times.get(reference) ?? 0) + 1);
  for (const [id, count] of times) if (count > 1 && !kept.get(id)?.released) breaches.push({ rule: "I-43 nothing leaves twice", what: `${id} left ${count} times` });
  const booked = new Map((await ask<{ id: string; state: string }>("select id, state from checkout")).map(({ id, state }) => [id, state]));
  for (const { checkoutId, payment, asked } of payments) {
    const paid = booked.get(checkoutId) === "paid";
    if (paid !== (payment.state === "paid") && (asked || paid)) breaches.push({ rule: "I-19 the books tell what the bank tells", what: `${checkoutId} is ${payment.state} at the bank, ${booked.get(checkoutId)} with us` });
  }
  for (const { id, state } of kept.values()) {
    if (["handed-over", "delivered"].includes(state) && !times.has(id)) breaches.push({ rule: "I-43 what we say left did leave", what: id });
  }
  return breaches;
}

/** Of the words without the link: a token is kept nowhere. */
function fingerprint(text: string): string {
  return createHash("sha256").update(text.replace(/\/portal\/l\/[A-Za-z0-9_-]+/g, "/portal/l/").replace(/\s+/g, " ").trim()).digest("hex");
}
