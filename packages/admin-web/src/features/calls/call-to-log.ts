import { parsePromiseDay, planSchedule, Refusal, type Language, type PlannedInstalment } from "@tegemoet/domain";
import type { LogCallInput } from "../../graphql/graphql";
import { parseAmount } from "../../lib/amount-input";
import type { Sheet } from "./preparation";
import type { CallDraft } from "./use-call-draft";

/** What the form still lacks, by field. The words are in texts under `room.faults`. */
export type CallFault = "outcome" | "amount" | "byDay" | "backDay" | "backTime" | "notes" | "person" | "terms" | "extra" | "extraAmount";

/** The invoices that the call is about: all that are open, without those that were unticked. */
export function chosenInvoices(sheet: Sheet, draft: CallDraft): Sheet["invoices"] {
  return sheet.invoices.filter(({ invoice }) => !draft.without.includes(invoice.id));
}

export function chosenTotal(sheet: Sheet, draft: CallDraft): number {
  return chosenInvoices(sheet, draft).reduce((sum, { openCents }) => sum + openCents, 0);
}

/** The terms that a count of terms from a day on gives; null while either can't be read. */
export function termsOf(sheet: Sheet, draft: CallDraft, today: string, language: Language): PlannedInstalment[] | null {
  const firstOn = parsePromiseDay(draft.byDay, today, language);
  const total = chosenTotal(sheet, draft);
  if (!firstOn || total <= 0 || !/^\d{1,3}$/.test(draft.terms)) return null;
  try {
    return planSchedule({ total, count: Number(draft.terms), firstOn, every: "month" });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** "14:30" or "1430" as minutes after midnight; null when it can't be read, undefined when nothing was typed. */
export function minuteTyped(text: string): number | null | undefined {
  if (text.trim() === "") return undefined;
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim());
  const minute = match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : -1;
  return match && Number(match[2] ?? 0) < 60 && minute < 24 * 60 ? minute : null;
}

/** What the outcome that was chosen asks for. */
export function needsOf(sheet: Sheet, draft: CallDraft): readonly string[] {
  return sheet.outcomes.find(({ key }) => key === draft.outcome)?.needs ?? [];
}

/** What is missing or can't be read, before anything is sent. */
export function callFaults(sheet: Sheet, draft: CallDraft, today: string, language: Language): CallFault[] {
  const needs = needsOf(sheet, draft);
  const day = (text: string) => parsePromiseDay(text, today, language);
  const faults: CallFault[] = [];
  const check = (fault: CallFault, wrong: boolean) => wrong && faults.push(fault);
  check("outcome", draft.outcome === null);
  check("amount", needs.includes("promiseCents") && parseAmount(draft.amount) === null);
  check("byDay", (needs.includes("promiseBy") || needs.includes("instalments")) && day(draft.byDay) === null);
  check("terms", needs.includes("instalments") && termsOf(sheet, draft, today, language) === null);
  check("backDay", needs.includes("callBackOn") && day(draft.backDay) === null);
  check("backTime", minuteTyped(draft.backTime) === null);
  check("notes", needs.includes("notes") && draft.notes.trim() === "");
  check("person", needs.includes("person") && draft.person.trim() === "");
  check("extra", (needs.includes("paidOn") || needs.includes("approvalBy")) && day(draft.extra) === null);
  check("extra", needs.includes("disputeReason") && draft.extra.trim() === "");
  check("extraAmount", draft.extraAmount.trim() !== "" && parseAmount(draft.extraAmount) === null);
  return faults;
}

/** The call as the server keeps it. Call only when {@link callFaults} finds nothing. */
export function callInput(sheet: Sheet, draft: CallDraft, today: string, language: Language): LogCallInput {
  const needs = needsOf(sheet, draft);
  const day = (text: string) => parsePromiseDay(text, today, language);
  const backMinute = minuteTyped(draft.backTime);
  return {
    taskId: sheet.taskId, debtorId: sheet.debtor.id, number: sheet.debtor.phone, person: draft.person.trim() || null, seconds: draft.seconds > 0 ? draft.seconds : null,
    outcome: draft.outcome ?? "", excuse: draft.excuse, canPay: draft.canPay, notes: draft.notes.trim() || null,
    promiseCents: needs.includes("promiseCents") ? parseAmount(draft.amount) : null, promiseBy: needs.includes("promiseBy") ? day(draft.byDay) : null,
    invoiceIds: chosenInvoices(sheet, draft).map(({ invoice }) => invoice.id), callBackOn: needs.includes("callBackOn") ? day(draft.backDay) : null,
    paidOn: needs.includes("paidOn") ? day(draft.extra) : null, paidCents: needs.includes("paidOn") ? parseAmount(draft.extraAmount) : null,
    disputeReason: needs.includes("disputeReason") ? draft.extra.trim() : null, disputeCents: needs.includes("disputeReason") ? parseAmount(draft.extraAmount) : null,
    callBackMinute: needs.includes("callBackOn") && backMinute !== undefined ? backMinute : null, confirmTo: draft.confirmTo.trim() || null,
  };
}
