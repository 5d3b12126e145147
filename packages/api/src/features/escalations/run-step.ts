import { bundleMessages, isMessage, Refusal, stepByHand, type TakeStep } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { lockSteps, type StepClaim, type StepSubject } from "./step-claims";
import { insertStepsTaken } from "./steps-taken.queries";
import { takeStep, type TakenStep } from "./take-step";

export interface RunOutcome {
  readonly messages: number;
  readonly calls: number;
  readonly tasks: number;
  readonly messageIds: readonly string[];
}

type Due = StepClaim & { readonly decision: TakeStep };

/**
 * Runs the next step of an invoice or of a case now, before the day that the ladder has for it. Our own check, holds, agreements, the
 * contact cap and the brake apply as at night, and once more when a message leaves. Of a case one message goes, as at night.
 *
 * Refuses with STEP_NOT_DUE with the reason and its end when no invoice may take a step; NOT_FOUND, NOTHING_OPEN.
 */
export async function runStep(tx: Tx, subject: StepSubject, realNow: Date): Promise<RunOutcome> {
  const today = dayOf(tx.now);
  const { debtorId, caseId, claims } = await lockSteps(tx, subject, today, realNow, true);
  const decided = claims.map((claim) => ({ ...claim, decision: stepByHand(claim.facts, today) }));
  const due = decided.filter((claim): claim is Due => "take" in claim.decision);
  if (due.length === 0) throw refusalOf(decided);
  await supersedePostponements(tx, due.map(({ row }) => row.invoiceId));
  const done: TakenStep[] = [];
  for (const group of groupsOf(due)) {
    const [first] = group;
    if (!first) continue;
    const taken = await takeStep(tx, {
      debtorId, caseId, step: first.decision.take, messageNumber: Math.max(...group.map(({ decision }) => decision.messageNumber)), reach: first.row, day: today,
      lines: group.map(({ row }) => ({ invoiceId: row.invoiceId, openCents: row.openCents })),
    });
    done.push(taken);
    await insertStepsTaken(tx, today, group.map(({ row, decision, ladderVersionId }) => ({
      invoiceId: row.invoiceId, ladderVersionId, stepKey: decision.take.id, round: decision.occurrence, messageId: taken.messageIds.at(-1), callTaskId: taken.callTaskId, taskId: taken.taskId,
    })));
  }
  await audit(tx, {
    action: "run-step", subject: subject.invoiceId ? "invoice" : "case", subjectId: subject.invoiceId ?? subject.caseId,
    after: { steps: due.map(({ row, decision }) => ({ invoice: row.invoiceNumber, step: decision.take.id })) },
  });
  const messageIds = done.flatMap((taken) => taken.messageIds);
  return { messages: messageIds.length, calls: done.filter(({ callTaskId }) => callTaskId).length, tasks: done.filter(({ taskId }) => taskId).length, messageIds };
}

/** As at night: one message that bundles what may go together, beside it the calls and tasks. */
function groupsOf(due: readonly Due[]): Due[][] {
  const speaking = due.filter(({ decision }) => isMessage(decision.take));
  const { messages } = bundleMessages(speaking.map(({ row, facts, decision }) => ({
    invoiceId: row.invoiceId, debtorId: row.debtorId, dueOn: row.dueOn, outstanding: row.openCents, step: decision.take,
    stepIndex: facts.ladder.steps.findIndex(({ id }) => id === decision.take.id), messageNumber: decision.messageNumber,
  })));
  const byInvoice = new Map(due.map((claim) => [claim.row.invoiceId, claim]));
  const bundles = messages.map(({ step, invoices }) => {
    const claims = invoices.flatMap(({ invoiceId }) => byInvoice.get(invoiceId) ?? []);
    // The words are those of the furthest step in it.
    return claims.toSorted((a, b) => Number(b.decision.take.id === step.id) - Number(a.decision.take.id === step.id));
  });
  const others = new Map<string, Due[]>();
  for (const claim of due) if (!isMessage(claim.decision.take)) others.set(claim.decision.take.id, [...(others.get(claim.decision.take.id) ?? []), claim]);
  return [...bundles, ...others.values()];
}

function refusalOf(decided: readonly { readonly decision: ReturnType<typeof stepByHand> }[]): Refusal {
  const waits = decided.flatMap(({ decision }) => ("wait" in decision ? [decision] : []));
  const wait = waits.find(({ wait: reason }) => reason !== "settled") ?? waits[0];
  return new Refusal("STEP_NOT_DUE", { reason: wait?.wait ?? "settled", until: wait?.until ?? null, detail: wait?.detail ?? null });
}

async function supersedePostponements(tx: Tx, invoiceIds: readonly string[]): Promise<void> {
  await tx.query(
    "update step_postponement set lifted_at = $3, lifted_by = $4 where organisation_id = $1 and invoice_id = any($2::uuid[]) and lifted_at is null",
    [tx.organisationId, invoiceIds, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
}

