import { callOutcome, excuse, missingOutcomeFields, Refusal, sum, type CallOutcome, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findOpenCaseId, lockDebtor, lockInvoices, type LockedInvoice } from "../calls/open-invoices.queries";
import { checkCallMoment } from "../calls/plan-call";
import { addressOf } from "../calls/send-invoice-copy";
import { queueMessage } from "../communications/queue-message";
import { makeAgreement, sendAgreementWith } from "../promises/make-agreement";
import { makePromise } from "../promises/make-promise";
import { closeCallTask, takeBackCall } from "./close-call-task";
import { followOutcome } from "./follow-outcome";

export interface LoggedCall {
  readonly taskId?: string;
  readonly debtorId: string;
  readonly staffId: string;
  readonly number?: string;
  readonly person?: string;
  readonly personRole?: string;
  readonly direction: "out" | "in";
  readonly startedAt?: Date;
  readonly seconds?: number;
  readonly outcome: string;
  readonly excuse?: string;
  readonly canPay: "cannot" | "will-not" | "unknown";
  readonly notes?: string;
  readonly promiseCents?: Cents;
  readonly promiseBy?: PlainDate;
  /** Empty: everything that is open. */
  readonly invoiceIds: readonly string[];
  readonly callBackOn?: PlainDate;
  readonly callBackMinute?: number;
  readonly paidOn?: PlainDate;
  readonly paidCents?: Cents;
  readonly disputeReason?: string;
  readonly disputeCents?: Cents;
  readonly confirmTo?: string;
  readonly correctsId?: string;
  readonly today: PlainDate;
}

export interface CallResult {
  readonly callLogId: string;
  readonly agreementId?: string;
  readonly messageId?: string;
  readonly nextTaskId?: string;
}

/** Fields that a call can't do without here; terms, disputes and paid claims may follow in their own act. */
const CHECKED_FIELDS = new Set(["promiseCents", "promiseBy", "callBackOn", "notes"]);

/**
 * Keeps a call as it went, for good: a correction is a new row that names the old one. The outcome decides what follows in the same
 * transaction: a promise with its sentence and its mail, a hold, a dispute, the next call.
 *
 * Refuses with NOT_FOUND, TASK_DONE, TASK_CLAIMED, INPUT_INVALID, PROMISE_NEEDS_AMOUNT, PROMISE_NEEDS_DAY and what a promise refuses.
 */
export async function logCall(tx: Tx, call: LoggedCall): Promise<CallResult> {
  const outcome = checkedOutcome(tx, call);
  const confirmTo = call.confirmTo === undefined ? undefined : addressOf("confirmTo", call.confirmTo);
  const debtor = await lockDebtor(tx, call.debtorId);
  const invoices = await lockInvoices(tx, call.debtorId, call.invoiceIds);
  const version = call.correctsId ? (await takeBackCall(tx, { callLogId: call.correctsId, debtorId: call.debtorId, today: call.today })) + 1 : 1;
  const taskId = await closeCallTask(tx, { debtorId: call.debtorId, taskId: call.taskId, staffId: call.staffId, because: outcome.key });
  const caseId = await findOpenCaseId(tx, call.debtorId);
  const callLogId = await insertCall(tx, { call, outcome, invoices, taskId, caseId });
  const to = confirmTo ?? debtor.email ?? undefined;
  const context = { call, outcome, invoices, callLogId, caseId, to, debtor };
  const agreed = outcome.hold === "promise" ? await keepPromise(tx, context, version) : {};
  const followed = await followOutcome(tx, context);
  await audit(tx, { action: "log-call", subject: "call-log", subjectId: callLogId, after: { outcome: outcome.key, canPay: call.canPay, corrects: call.correctsId } });
  return { callLogId, ...followed, ...agreed };
}

export interface CallContext {
  readonly call: LoggedCall;
  readonly outcome: CallOutcome;
  readonly invoices: readonly LockedInvoice[];
  readonly callLogId: string;
  readonly caseId: string | undefined;
  /** Where mails about this call go; undefined when no address is known. */
  readonly to: string | undefined;
  readonly debtor: { readonly language: "nl" | "en"; readonly phone: string | null };
}

function checkedOutcome(tx: Tx, call: LoggedCall): CallOutcome {
  const outcome = callOutcome(call.outcome);
  if (!outcome) throw new Refusal("INPUT_INVALID", { fields: ["outcome: one of the outcomes of the sheet"] });
  const missing = missingOutcomeFields(outcome, { ...call }).filter((field) => CHECKED_FIELDS.has(field));
  if (missing.includes("promiseCents")) throw new Refusal("PROMISE_NEEDS_AMOUNT");
  if (missing.includes("promiseBy")) throw new Refusal("PROMISE_NEEDS_DAY");
  const fields: string[] = missing.map((field) => `${field}: may not be empty`);
  if (call.excuse !== undefined && !excuse(call.excuse)) fields.push("excuse: one of the excuses of the sheet");
  if (call.seconds !== undefined && (call.seconds < 0 || call.seconds > 86_400)) fields.push("seconds: between 0 and 86400");
  if (call.startedAt && call.startedAt.getTime() > tx.now.getTime() + 60_000) fields.push("startedAt: not in the future");
  if (fields.length > 0) throw new Refusal("INPUT_INVALID", { fields });
  if (call.callBackOn) checkCallMoment("callBackOn", call.callBackOn, call.callBackMinute, call.today);
  return outcome;
}

async function insertCall(
  tx: Tx, { call, outcome, invoices, taskId, caseId }: { call: LoggedCall; outcome: CallOutcome; invoices: readonly LockedInvoice[]; taskId?: string; caseId?: string },
): Promise<string> {
  const callLogId = newId();
  const startedAt = call.startedAt ?? new Date(tx.now.getTime() - (call.seconds ?? 0) * 1_000);
  await tx.query(
    `insert into call_log (organisation_id, id, debtor_id, case_id, task_id, staff_id, number, person, person_role, direction, started_at, seconds, outcome, excuse, can_pay,
       notes, next_action, next_on, next_minute, corrects_id, logged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      tx.organisationId, callLogId, call.debtorId, caseId ?? null, taskId ?? null, call.staffId, call.number ?? null, call.person ?? null, call.personRole ?? null,
      call.direction, startedAt, call.seconds ?? null, outcome.key, call.excuse ?? null, call.canPay, call.notes ?? null, outcome.next,
      call.callBackOn ?? call.promiseBy ?? null, call.callBackMinute ?? null, call.correctsId ?? null, tx.now,
    ],
  );
  await tx.query(
    "insert into call_log_invoice (organisation_id, id, call_log_id, invoice_id) select $1, id, $2, invoice_id from unnest($3::uuid[], $4::uuid[]) as line (id, invoice_id)",
    [tx.organisationId, callLogId, invoices.map(() => newId()), invoices.map(({ invoiceId }) => invoiceId)],
  );
  return callLogId;
}

/** A promise is kept with the sentence that was read back, and mailed at once with the question whether it is right. */
async function keepPromise(tx: Tx, { call, invoices, callLogId, caseId, to, debtor }: CallContext, version: number): Promise<{ agreementId: string; messageId?: string }> {
  const { debtorId, today, promiseCents = 0, promiseBy = today } = call;
  const { promiseId } = await makePromise(tx, { debtorId, source: "call", callLogId, amountCents: promiseCents, byDay: promiseBy, invoices, today });
  const open = invoices.filter(({ openCents }) => openCents > 0);
  const stillOpen = sum(open.map(({ openCents }) => openCents)) - promiseCents;
  const { agreementId } = await makeAgreement(tx, {
    debtorId, language: debtor.language, amountCents: promiseCents, byDay: promiseBy, invoiceNumbers: open.map(({ number }) => number), stillOpen: stillOpen || undefined,
    promiseId, callLogId, version, today,
  });
  if (!to) return { agreementId };
  const { messageId } = await queueMessage(tx, {
    debtorId, caseId, kind: "call-confirmation", channel: "mail", to, invoices: open, sendAfter: tx.now, payBy: promiseBy, facts: { agreementId, promiseId }, byRequest: true,
  });
  await sendAgreementWith(tx, { agreementId, messageId });
  return { agreementId, messageId };
}
