import { addBusinessDays, addDays, planSchedule, type PlainDate } from "@tegemoet/domain";
import type { Chance } from "../../src/app/demo/chance";
import { proposeHandOver } from "../../src/features/agencies/propose-hand-over";
import { claimCallTask } from "../../src/features/calls/claim-call-task";
import { matchBankLine } from "../../src/features/bank/match-bank-line";
import { markReplyRead } from "../../src/features/communications/mark-reply-read";
import { recordBounce } from "../../src/features/communications/record-bounce";
import { recordDelivery } from "../../src/features/communications/record-delivery";
import { recordReply } from "../../src/features/communications/record-reply";
import { updateDebtor } from "../../src/features/debtors/update-debtor";
import { decideDispute } from "../../src/features/disputes/decide-dispute";
import { raiseDispute } from "../../src/features/disputes/raise-dispute";
import { answerPaidClaim } from "../../src/features/escalations/answer-paid-claim";
import { askHelp } from "../../src/features/escalations/ask-help";
import { claimPaid } from "../../src/features/escalations/claim-paid";
import { liftHold } from "../../src/features/escalations/lift-hold";
import { logCall } from "../../src/features/escalations/log-call";
import { placeHold } from "../../src/features/escalations/place-hold";
import { pullEmergencyBrake } from "../../src/features/escalations/pull-emergency-brake";
import { recordStatus } from "../../src/features/escalations/record-status";
import { endDirectDebit } from "../../src/features/invoices/end-direct-debit";
import { recordDirectDebit } from "../../src/features/invoices/record-direct-debit";
import { acceptPlan } from "../../src/features/payment-plans/accept-plan";
import { proposePlan } from "../../src/features/payment-plans/propose-plan";
import type { Actor } from "../../src/platform/database/transaction";
import { decideHandOver, hearOfAgencies } from "./live-agencies";
import { MORNING, type Company, type World } from "./simulated-world";

const SYSTEM: Actor = { kind: "system" };

/** Of what left this morning most arrived, some came back, some were answered; a few reports never come. */
export async function hearOfMails(world: World, company: Company, day: PlainDate): Promise<void> {
  world.clock.set(day, MORNING + 10);
  const sent = await world.read(company, (reader) => reader.query<{ id: string; address: string }>(
    "select id, to_address as address from message where organisation_id = $1 and state = 'handed-over' and channel = 'mail' order by to_address, kind, id", [reader.organisationId]));
  for (const { id, address } of sent) {
    const chance = world.chance("heard", address, day);
    const dice = chance.between(1, 100);
    if (dice <= 3) await world.attempt(company, SYSTEM, (tx) => recordBounce(tx, { messageId: id, at: tx.now, detail: "552 5.2.2 mailbox full" } as never));
    else if (dice <= 95) await world.attempt(company, SYSTEM, (tx) => recordDelivery(tx, { messageId: id, at: tx.now }));
    if (dice > 90 && dice <= 95) await world.attempt(company, SYSTEM, (tx) => recordReply(tx, { messageId: id, at: tx.now, from: address, subject: "Re: factuur", text: `Ik kijk ernaar op ${day}` }));
  }
}

interface Person {
  debtorId: string;
  key: string;
  invoices: { invoiceId: string; openCents: number }[];
}

/** The desk: calls, disputes, holds, brakes, promises, plans, hardship, stop codes, replies, bounced addresses, the agency. */
export async function workAtOffice(world: World, company: Company, day: PlainDate): Promise<void> {
  const collector: Actor = { kind: "staff", id: company.collector };
  const manager: Actor = { kind: "staff", id: company.manager };
  world.clock.set(day, 620);
  await makeCalls(world, company, day, collector);
  world.clock.set(day, 640);
  const late = await world.read(company, (reader) => reader.query<Person>(
    `select debtor.id as "debtorId", debtor.external_key as key, json_agg(json_build_object('invoiceId', invoice_id, 'openCents', open_cents) order by standing.due_on, invoice.number) as invoices
     from invoice_standing standing join debtor on debtor.organisation_id = $1 and debtor.id = standing.debtor_id join invoice on invoice.organisation_id = $1 and invoice.id = standing.invoice_id
     where standing.organisation_id = $1 and open_cents > 0 and standing.due_on < $2 group by debtor.id, debtor.external_key order by key`, [reader.organisationId, day]));
  for (const person of late) await actOf(world, company, person, day, world.chance("acts", person.key, day));
  world.clock.set(day, 660);
  await clearDesk(world, company, day, collector, manager);
}

async function makeCalls(world: World, company: Company, day: PlainDate, collector: Actor): Promise<void> {
  const tasks = await world.read(company, (reader) => reader.query<{ id: string; debtorId: string; key: string; invoices: { invoiceId: string; openCents: number }[] | null }>(
    `select task.id, task.debtor_id as "debtorId", debtor.external_key as key, (select json_agg(json_build_object('invoiceId', invoice_id, 'openCents', open_cents) order by due_on, invoice_id) from invoice_standing
       where organisation_id = $1 and debtor_id = debtor.id and open_cents > 0 and due_on < $2) as invoices
     from call_task task join debtor on debtor.organisation_id = $1 and debtor.id = task.debtor_id where task.organisation_id = $1 and task.closed_at is null and task.planned_on <= $2 order by key`, [reader.organisationId, day]));
  for (const { id, debtorId, key, invoices } of tasks) {
    const chance = world.chance("call", key, day);
    if (!chance.percent(60)) continue;
    // Who heard from us not long ago isn't called, but for those who asked.
    if (!(await world.attempt(company, collector, async (tx) => { await claimCallTask(tx, { taskId: id, staffId: company.collector, today: day }); return true; }))) continue;
    const overdue = invoices ?? [];
    const cents = overdue.reduce((sum, { openCents }) => sum + openCents, 0);
    const base = { taskId: id, debtorId, staffId: company.collector, direction: "out" as const, startedAt: world.clock.now(), canPay: "unknown" as const, invoiceIds: overdue.map(({ invoiceId }) => invoiceId), seconds: 60, today: day };
    const outcome = overdue.length === 0 ? "other" : chance.pick(["noAnswer", "voicemail", "promiseFull", "promiseFull", "other", "paidAlready", "callBack"]);
    await world.attempt(company, collector, (tx) => logCall(tx, {
      ...base, outcome, notes: "gesprek",
      ...(outcome === "promiseFull" ? { promiseCents: cents, promiseBy: addBusinessDays(day, chance.between(2, 6)) } : {}),
      ...(outcome === "paidAlready" ? { paidOn: day, paidCents: cents } : {}),
      ...(outcome === "callBack" ? { callBackOn: addBusinessDays(day, 2), callBackMinute: 840 } : {}),
    }));
  }
}

/** What one late debtor, or we about them, do today; mostly nothing. */
async function actOf(world: World, company: Company, { debtorId, invoices }: Person, day: PlainDate, chance: Chance): Promise<void> {
  const [first] = invoices;
  if (!first || !chance.percent(9)) return;
  const debtor: Actor = { kind: "debtor", id: debtorId };
  const staff: Actor = { kind: "staff", id: company.manager };
  const total = invoices.reduce((sum, { openCents }) => sum + openCents, 0);
  const until = addDays(day, chance.between(3, 20));
  const deeds: Record<string, () => Promise<unknown>> = {
    dispute: () => world.attempt(company, debtor, (tx) => raiseDispute(tx, { debtorId, invoiceId: first.invoiceId, amountCents: chance.percent(50) ? Math.ceil(first.openCents / 2) : undefined, reason: "not-good", text: "Het lekt nog.", via: "portal", today: day })),
    plan: () => world.attempt(company, debtor, (tx) => proposePlan(tx, { debtorId, instalments: planSchedule({ total, count: chance.between(2, 5), firstOn: addDays(day, 7), every: "month" }), today: day })),
    help: () => world.attempt(company, debtor, (tx) => askHelp(tx, { debtorId, want: "pause", today: day })),
    paid: () => world.attempt(company, debtor, (tx) => claimPaid(tx, { debtorId, paidOn: day, amountCents: total, today: day })),
    holdInvoice: () => world.attempt(company, staff, (tx) => placeHold(tx, { debtorId, invoiceId: first.invoiceId, kind: "pause", reason: "wacht op navraag", until })),
    holdDebtor: () => world.attempt(company, staff, (tx) => placeHold(tx, { debtorId, kind: "pause", stops: chance.percent(50) ? "reminders" : "everything", reason: "belt zelf", until })),
    collect: () => world.attempt(company, staff, (tx) => recordDirectDebit(tx, { debtorId, ...(chance.percent(50) ? { invoiceId: first.invoiceId } : {}), mandate: "MND-1" })),
    brake: () => world.attempt(company, staff, (tx) => pullEmergencyBrake(tx, { debtorId, reason: "noodrem" })),
    stopCode: () => world.attempt(company, staff, (tx) => recordStatus(tx, { debtorId, kind: chance.pick(["insolvent", "debt-help"]), from: day, evidence: "register" })),
  };
  const deed = chance.pick(["dispute", "dispute", "plan", "plan", "help", "paid", "holdInvoice", "holdInvoice", "holdDebtor", "brake", "stopCode", "collect"]);
  await deeds[deed]?.();
}

async function clearDesk(world: World, company: Company, day: PlainDate, collector: Actor, manager: Actor): Promise<void> {
  const find = <Row>(sql: string) => world.read(company, (reader) => reader.query<Row>(sql, sql.includes("$2") ? [reader.organisationId, day] : [reader.organisationId]));
  const some = (id: string, what: string, percent: number): boolean => world.chance(what, id.length, day, what).percent(percent);
  for (const { id, invoices } of await find<{ id: string; invoices: { invoiceId: string; cents: number }[] | null }>(
    `select match.bank_line_id as id, match.candidates -> 0 -> 'invoices' as invoices from bank_match match join bank_line line on line.organisation_id = $1 and line.id = match.bank_line_id
     where match.organisation_id = $1 and undone_at is null and state = 'proposed' and line.booked_on < $2 and line.amount_cents > 0 order by line.booked_on, line.line_key`)) {
    await world.attempt(company, collector, (tx) => matchBankLine(tx, { lineId: id, allocations: (invoices ?? []).filter(({ cents }) => cents > 0).map(({ invoiceId, cents }) => ({ invoiceId, cents })) }));
  }
  for (const { id } of await find<{ id: string }>("select id from inbound_message where organisation_id = $1 and read_at is null and kind <> 'bounce' order by received_at, id")) {
    if (some(id, "reads", 40)) await world.attempt(company, collector, (tx) => markReplyRead(tx, { inboundMessageId: id }));
  }
  for (const { id } of await find<{ id: string }>("select id from plan where organisation_id = $1 and proposed_by = 'debtor' and accepted_on is null and declined_on is null and ended_on is null and proposed_on < $2 order by proposed_on, id")) {
    await world.attempt(company, collector, (tx) => acceptPlan(tx, { planId: id, today: day }));
  }
  for (const { id } of await find<{ id: string }>("select id from dispute where organisation_id = $1 and decided_on is null and raised_on < $2::date - 5 order by raised_on, id")) {
    await world.attempt(company, manager, (tx) => decideDispute(tx, { disputeId: id, outcome: "rejected", text: "Het werk is gedaan zoals afgesproken.", today: day }));
  }
  for (const { id, kind } of await find<{ id: string; kind: string }>(
    "select id, kind from hold where organisation_id = $1 and lifted_at is null and until_day is null and from_day < $2::date - 12 or (organisation_id = $1 and lifted_at is null and kind = 'paid-claim' and from_day < $2::date - 4) order by placed_at, id")) {
    await world.attempt(company, manager, async (tx) => void (kind === "paid-claim" ? await answerPaidClaim(tx, { holdId: id, found: false, today: day }) : await liftHold(tx, { holdId: id, reason: "bekeken" })));
  }
  for (const { debtorId, key } of await find<{ debtorId: string; key: string }>(
    `select distinct debtor.id as "debtorId", debtor.external_key as key from contact_fault fault join debtor on debtor.organisation_id = $1 and debtor.id = fault.debtor_id
     where fault.organisation_id = $1 and resolved_at is null and channel = 'mail' and (found_at at time zone 'Europe/Amsterdam')::date < $2::date - 4 order by key`)) {
    await world.attempt(company, collector, (tx) => updateDebtor(tx, { debtorId, change: { email: `${key.toLowerCase()}.${day.replaceAll("-", "")}@example.nl` } }));
  }
  for (const { caseId, key } of await find<{ caseId: string; key: string }>(
    `select distinct cases.id as "caseId", cases.number as key from collection_case cases join invoice on invoice.organisation_id = $1 and invoice.debtor_id = cases.debtor_id
     join step_taken on step_taken.organisation_id = $1 and step_taken.invoice_id = invoice.id and step_key = 'hand-over' where cases.organisation_id = $1 and cases.closed_on is null
       and not exists (select 1 from hand_over where organisation_id = $1 and case_id = cases.id and rejected_at is null) order by key`)) {
    const id = await world.attempt(company, collector, (tx) => proposeHandOver(tx, { caseId, agencyId: company.agencyId, today: day }));
    if (id) await decideHandOver(world, company, id, key, day);
  }
  await hearOfAgencies(world, company, day);
  for (const { id } of await find<{ id: string }>("select id from direct_debit where organisation_id = $1 and ended_at is null and (recorded_at at time zone 'Europe/Amsterdam')::date < $2::date - 20 order by recorded_at, since, id")) {
    await world.attempt(company, manager, (tx) => endDirectDebit(tx, { directDebitId: id, reason: "machtiging ingetrokken" }));
  }
}
