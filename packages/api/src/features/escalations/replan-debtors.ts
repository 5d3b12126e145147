import { nextStep, type Ladder, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { cancelMessage, dropLines } from "./cancel-message";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { claimFactsOf } from "./decide-claim";
import { laddersOfClaims } from "./ladder-of-claim";
import { nightRules, type NightRules } from "./night-rules";
import { recheckMessages } from "./recheck-message";
import { openCentsOf } from "./sending.queries";
import { listStepCalls, listWaiting, type StepCall } from "./replan-debtors.queries";

/**
 * Decides again what is to come for debtors of whom their source says something else now (features 9.5): another address, another due day, a
 * credit. Messages in line lose what may not be asked any more, or are cancelled with the reason; a call of the ladder that isn't due any
 * more is closed. What was untaken comes back by itself when its day has come: the ladder computes from the facts.
 */
export async function replanDebtors(tx: Tx, debtorIds: readonly string[], realNow: Date): Promise<void> {
  if (debtorIds.length === 0) return;
  await replanMessages(tx, debtorIds, realNow);
  await replanCalls(tx, debtorIds, realNow);
}

async function replanMessages(tx: Tx, debtorIds: readonly string[], realNow: Date): Promise<void> {
  const messages = await listWaiting(tx, debtorIds);
  const rechecks = await recheckMessages(tx, messages, realNow);
  const open = await openCentsOf(tx, messages.flatMap(({ lines }) => lines.map(({ invoiceId }) => invoiceId)));
  for (const [index, { id, lines }] of messages.entries()) {
    const recheck = rechecks[index];
    const stillOpen = lines.some(({ invoiceId }) => (open.get(invoiceId) ?? 0) > 0);
    // The cap is counted on the day it leaves, which may be tomorrow.
    if (recheck && !recheck.go && "cancel" in recheck && recheck.cancel !== "contact cap") {
      await cancelMessage(tx, { messageId: id, reason: recheck.cancel === "settled" && stillOpen ? "not due" : recheck.cancel });
    }
    if (recheck?.go) await dropLines(tx, id, recheck.dropped);
  }
}

async function replanCalls(tx: Tx, debtorIds: readonly string[], realNow: Date): Promise<void> {
  const calls = await listStepCalls(tx, debtorIds);
  if (calls.length === 0) return;
  const today = dayOf(tx.now);
  const rules = await nightRules(tx);
  const open = await openCentsOf(tx, calls.flatMap(({ steps }) => steps.map(({ invoiceId }) => invoiceId)));
  const rows = await listClaimFacts(tx, calls.map(({ debtorId }) => debtorId), today, realNow);
  const ladderOf = await laddersOfClaims(tx, rows, rules.ladders, today);
  const facts = new Map(rows.map((row) => [row.invoiceId, row]));
  for (const call of calls) {
    const lost = call.steps.flatMap(({ invoiceId, stepKey }) => {
      const row = facts.get(invoiceId);
      // Facts reach a few weeks ahead: what is open and isn't among them is due later than that.
      const because = row ? waitOfCall(row, stepKey, ladderOf(row).ladder, rules, today) : (open.get(invoiceId) ?? 0) > 0 ? "not due" : "settled";
      return because ? [{ invoiceId, because }] : [];
    });
    if (lost.length > 0) await untakeCall(tx, call, lost);
  }
}

/** The reason why a call of the ladder would not be made today; undefined when it stands. */
function waitOfCall(row: ClaimFactsRow, stepKey: string, ladder: Ladder, rules: NightRules, today: PlainDate): string | undefined {
  const step = ladder.steps.find(({ id }) => id === stepKey);
  if (!step) return undefined;
  const decision = nextStep({ ...claimFactsOf(row, { ...rules, ladder: { steps: [step] } }, today), steps: [], contacts: [], letter: null }, today);
  return "take" in decision || STAYS.has(decision.wait) ? undefined : decision.wait;
}

/** Reasons that say nothing of the call itself: a person makes it, on a day that suits. */
const STAYS: ReadonlySet<string> = new Set(["not a business day", "contact cap", "autopilot off", "self-check failed"]);

async function untakeCall(tx: Tx, call: StepCall, lost: readonly { invoiceId: string; because: string }[]): Promise<void> {
  await tx.query(
    "delete from step_taken where organisation_id = $1 and call_task_id = $2 and invoice_id = any($3::uuid[])", [tx.organisationId, call.taskId, lost.map(({ invoiceId }) => invoiceId)]);
  const whole = lost.length === call.steps.length;
  if (whole) {
    await tx.query("update call_task set closed_at = $3, closed_because = $4 where organisation_id = $1 and id = $2 and closed_at is null", [tx.organisationId, call.taskId, tx.now, lost[0]?.because]);
  }
  await audit(tx, { action: whole ? "close-call" : "drop-invoices", subject: "call-task", subjectId: call.taskId, after: { lost } });
}
