import { addBusinessDays, addDays, callOutcome, GOLDEN_WINDOWS, goldenHourAt, nextBusinessDay } from "@tegemoet/domain";
import { minuteOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { openCallTask } from "../calls/open-call-task";
import { queueMessage } from "../communications/queue-message";
import { raiseDispute } from "../disputes/raise-dispute";
import { findOrganisation } from "../organisations/organisation.queries";
import type { CallContext } from "./log-call";
import { placeHold } from "./place-hold";
import { restForHardship } from "./rest-for-hardship";

/** After so many calls that nobody answered, the ladder goes on by mail. */
const MOST_TRIES = 3;
/** "We called you" is mailed at most once in so many days. */
const NOT_REACHED_DAYS = 7;

/** What follows from a call beside a promise: the next call, a hold, a dispute, a mail, a wrong number noted. */
export async function followOutcome(tx: Tx, context: CallContext): Promise<{ messageId?: string; nextTaskId?: string }> {
  const { call, outcome, invoices, caseId, to } = context;
  const { debtorId, today } = call;
  const next = await nextCall(tx, context);
  if (outcome.key === "wrongNumber") await noteWrongNumber(tx, context);
  if (outcome.hold === "hardship") {
    const { messageId } = await restForHardship(tx, { debtorId, reason: outcome.key, via: "call", mail: outcome.template === "hardship", to, today });
    return { ...next, messageId };
  }
  if (outcome.hold === "dispute" && call.disputeReason && invoices[0]) {
    await raiseDispute(tx, { debtorId, invoiceId: invoices[0].invoiceId, amountCents: call.disputeCents, reason: call.disputeReason, text: call.notes, via: "call", today });
  }
  if (outcome.hold === "pause") await pause(tx, context);
  const open = invoices.filter(({ openCents }) => openCents > 0);
  if (!to || open.length === 0) return next;
  if (outcome.template === "invoice-copy" && !(await mailedSince(tx, debtorId, "invoice-copy", 0, today))) {
    const { messageId } = await queueMessage(tx, { debtorId, caseId, kind: "invoice-copy", channel: "mail", to, invoices: open, sendAfter: tx.now, byRequest: true });
    return { ...next, messageId };
  }
  if (outcome.template === "not-reached" && call.direction === "out" && !(await mailedSince(tx, debtorId, "not-reached", NOT_REACHED_DAYS, today))) {
    const { messageId } = await queueMessage(tx, { debtorId, caseId, kind: "not-reached", channel: "mail", invoices: open, sendAfter: tx.now });
    return { ...next, messageId };
  }
  return next;
}

async function nextCall(tx: Tx, { call, outcome, caseId }: CallContext): Promise<{ nextTaskId?: string }> {
  const { debtorId, today } = call;
  if (outcome.next === "call-back" && call.callBackOn) {
    const { taskId } = await openCallTask(tx, { debtorId, caseId, reason: "call-back", plannedOn: call.callBackOn, plannedMinute: call.callBackMinute, note: call.notes?.slice(0, 500) });
    return { nextTaskId: taskId };
  }
  if (outcome.next !== "retry" || (await triesUnanswered(tx, debtorId)) >= MOST_TRIES) return {};
  const { callingWindows } = await findOrganisation(tx);
  const windows = callingWindows.length > 0 ? callingWindows : GOLDEN_WINDOWS;
  // Who didn't answer in the morning may in the afternoon.
  const current = goldenHourAt(minuteOf(tx.now), windows);
  const other = windows.find((window) => window !== current) ?? windows[0];
  const { taskId } = await openCallTask(tx, { debtorId, caseId, reason: "not-reached", plannedOn: addBusinessDays(today, outcome.nextInDays), plannedMinute: other?.fromMinute });
  return { nextTaskId: taskId };
}

async function triesUnanswered(tx: Tx, debtorId: string): Promise<number> {
  const rows = await tx.query<{ outcome: string }>(
    `select outcome from call_log where organisation_id = $1 and debtor_id = $2 and direction = 'out' and started_at > $3::timestamptz - interval '30 days'
     order by started_at desc, id desc limit ${MOST_TRIES}`, [tx.organisationId, debtorId, tx.now]);
  const answered = rows.findIndex(({ outcome }) => callOutcome(outcome)?.reached ?? true);
  return answered === -1 ? rows.length : answered;
}

/** The days that the outcome gives; somebody who paid waits until we looked. */
async function pause(tx: Tx, { call, outcome, invoices }: CallContext): Promise<void> {
  const until = addDays(call.today, outcome.holdDays ?? 7);
  const paid = outcome.key === "paidAlready";
  for (const { invoiceId } of invoices) {
    await placeHold(tx, {
      debtorId: call.debtorId, invoiceId, kind: paid ? "paid-claim" : "pause", reason: outcome.key, until: nextBusinessDay(until), via: "call",
      ...(paid ? { facts: { paidOn: call.paidOn ?? null, amountCents: call.paidCents ?? null, note: call.notes ?? null } } : {}),
    });
  }
}

async function noteWrongNumber(tx: Tx, { call, debtor }: CallContext): Promise<void> {
  const number = call.number ?? debtor.phone;
  if (!number) return;
  await tx.query(
    "insert into contact_fault (organisation_id, id, debtor_id, channel, address, kind, detail, found_at) values ($1, $2, $3, 'phone', $4, 'wrong-number', $5, $6)",
    [tx.organisationId, newId(), call.debtorId, number, call.notes ?? null, tx.now],
  );
}

async function mailedSince(tx: Tx, debtorId: string, kind: string, days: number, today: string): Promise<boolean> {
  const row = await tx.first(
    "select 1 from message where organisation_id = $1 and debtor_id = $2 and kind = $3 and queued_on >= $4 and state <> 'cancelled' limit 1",
    [tx.organisationId, debtorId, kind, addDays(today, -days)],
  );
  return row !== undefined;
}
