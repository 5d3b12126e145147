import { bundleMessages, failedChecks, isMessage, payBy, type Decision, type LadderStep, type PlainDate, type SelfCheckResult, type TakeStep } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { openCallTask } from "../calls/open-call-task";
import { queueMessage } from "../communications/queue-message";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { decideClaim, type NightRules } from "./decide-claim";
import { keepChecks } from "./keep-checks";
import { checkOurselves, type StepRoute } from "./self-check.queries";

export interface ClimbCounts {
  messages: number;
  letters: number;
  calls: number;
  handOvers: number;
  /** Invoices that wait, each with a reason. */
  waiting: number;
  /** Reminders that our own check stopped. */
  stopped: number;
}

/** What a night decides for one invoice, before anything is written: the dry run shows just this. */
export interface DecidedClaim {
  readonly row: ClaimFactsRow;
  readonly decision: Decision;
  readonly checks: readonly SelfCheckResult[];
}

/** One message of tonight, for one debtor. */
export interface PlannedMessage {
  readonly debtorId: string;
  readonly step: LadderStep;
  readonly claims: readonly DecidedClaim[];
  readonly messageNumber: number;
}

export interface NightDecisions {
  readonly decided: readonly DecidedClaim[];
  readonly messages: readonly PlannedMessage[];
  /** Climbing, but not in tonight's message of this debtor. */
  readonly held: readonly DecidedClaim[];
  readonly calls: readonly DecidedClaim[];
  readonly byHand: readonly DecidedClaim[];
}

/** Decides the claims of some debtors for a day: the same code for the night and for its dry run. */
export async function decideChunk(reader: Reader, debtorIds: readonly string[], day: PlainDate, rules: NightRules, realNow: Date): Promise<NightDecisions> {
  const rows = await listClaimFacts(reader, debtorIds, day, realNow);
  const first = rows.map((row) => ({ row, decision: decideClaim(row, rules, day), checks: [] as readonly SelfCheckResult[] }));
  const speaking = first.filter(({ decision }) => "take" in decision && (isMessage(decision.take) || decision.take.channel === "call"));
  const checks = await checkOurselves(reader, speaking.map(({ row }) => row.invoiceId), day, routesOf(speaking));
  const decided: DecidedClaim[] = first.map((claim) => {
    const results = checks.get(claim.row.invoiceId);
    if (!results) return claim;
    const failed = failedChecks(results);
    return { row: claim.row, checks: results, decision: failed.length > 0 ? decideClaim(claim.row, rules, day, failed) : claim.decision };
  });
  const takes = decided.filter((claim): claim is DecidedClaim & { decision: TakeStep } => "take" in claim.decision);
  const automatic = takes.filter(({ decision }) => isMessage(decision.take) && !decision.byHand);
  const { messages } = bundleMessages(automatic.map(({ row, decision }) => ({
    invoiceId: row.invoiceId, debtorId: row.debtorId, dueOn: row.dueOn, outstanding: row.openCents, step: decision.take,
    stepIndex: rules.ladder.steps.findIndex(({ id }) => id === decision.take.id), messageNumber: decision.messageNumber,
  })));
  const byInvoice = new Map(decided.map((claim) => [claim.row.invoiceId, claim]));
  const planned = messages.map((bundle) => ({
    debtorId: bundle.debtorId, step: bundle.step, messageNumber: bundle.messageNumber,
    claims: bundle.invoices.flatMap(({ invoiceId }) => byInvoice.get(invoiceId) ?? []),
  }));
  const going = new Set(planned.flatMap(({ claims }) => claims.map(({ row }) => row.invoiceId)));
  return {
    decided,
    messages: planned,
    held: automatic.filter(({ row }) => !going.has(row.invoiceId)),
    calls: takes.filter(({ decision }) => decision.take.channel === "call"),
    byHand: takes.filter(({ decision }) => decision.byHand && decision.take.channel !== "call"),
  };
}

/** By which way each reminder would go: the letters of the law by post as well, and all of who has no mail address. */
function routesOf(claims: readonly Pick<DecidedClaim, "row" | "decision">[]): Map<string, StepRoute> {
  return new Map(claims.map(({ row, decision }) => {
    const channel = "take" in decision ? decision.take.channel : "mail";
    return [row.invoiceId, channel === "letter" || !row.email ? "letter" : channel === "mail-and-letter" ? "both" : "mail"];
  }));
}

/** Decides and writes the steps of some debtors, in the caller's transaction. */
export async function climbChunk(
  tx: Tx,
  { debtorIds, day, sendAfter, rules }: { debtorIds: readonly string[]; day: PlainDate; sendAfter: Date; rules: NightRules & { ladderVersionId: string } },
): Promise<ClimbCounts> {
  const night = await decideChunk(tx, debtorIds, day, rules, tx.now);
  const counts: ClimbCounts = { messages: 0, letters: 0, calls: 0, handOvers: 0, waiting: night.held.length, stopped: 0 };
  for (const claim of night.decided) {
    if ("take" in claim.decision) continue;
    counts.waiting += 1;
    if (claim.decision.wait === "self-check failed") counts.stopped += 1;
  }
  const cases = await openCases(tx, debtorIds);
  const steps: StepRow[] = [];
  for (const message of night.messages) await writeMessage(tx, message, { day, sendAfter, caseId: cases.get(message.debtorId), steps, counts });
  for (const claim of night.calls) {
    const { taskId } = await openCallTask(tx, { debtorId: claim.row.debtorId, caseId: cases.get(claim.row.debtorId), reason: "step", plannedOn: day });
    steps.push(stepOf(claim, { callTaskId: taskId }));
    counts.calls += 1;
  }
  // Steps for a human stand on the work list by being taken and not done; a hand-over is proposed there, by a person.
  for (const claim of night.byHand) {
    steps.push(stepOf(claim, {}));
    counts.handOvers += 1;
  }
  await insertSteps(tx, steps, day, rules.ladderVersionId);
  const messageOf = new Map(steps.map(({ invoiceId, messageId }) => [invoiceId, messageId]));
  // What was looked at and found right of a claim that waits all the same is no evidence of anything.
  await keepChecks(tx, night.decided.filter(({ row, checks }) => checks.length > 0 && (messageOf.has(row.invoiceId) || failedChecks(checks).length > 0))
    .map(({ row, checks }) => ({ invoiceId: row.invoiceId, results: checks, messageId: messageOf.get(row.invoiceId) })), day);
  return counts;
}

interface StepRow {
  invoiceId: string;
  stepKey: string;
  round: number;
  messageId?: string;
  callTaskId?: string;
}

function stepOf({ row, decision }: DecidedClaim, done: { messageId?: string; callTaskId?: string }): StepRow {
  const { take, occurrence } = decision as TakeStep;
  return { invoiceId: row.invoiceId, stepKey: take.id, round: occurrence, ...done };
}

async function writeMessage(
  tx: Tx,
  { debtorId, step, claims, messageNumber }: PlannedMessage,
  { day, sendAfter, caseId, steps, counts }: { day: PlainDate; sendAfter: Date; caseId: string | undefined; steps: StepRow[]; counts: ClimbCounts },
): Promise<void> {
  const email = claims[0]?.row.email;
  const channels = (["mail", "letter"] as const).filter((channel) => step.channel === "mail-and-letter" ? channel === "letter" || email : step.channel === channel);
  // Who has no mail address gets the letter that a mail would have been.
  const used = channels.includes("mail") && !email ? (["letter"] as const) : channels;
  // The letter of the law goes by post and by mail; the step is the post's, whose delivery the law presumes.
  for (const channel of used) {
    const { messageId } = await queueMessage(tx, {
      debtorId, caseId, kind: step.template ?? step.id, channel, sendAfter, payBy: payBy(step, day) ?? undefined,
      facts: { messageNumber },
      invoices: claims.map(({ row, decision }) => ({ invoiceId: row.invoiceId, openCents: row.openCents, stepKey: (decision as TakeStep).take.id })),
    });
    counts[channel === "mail" ? "messages" : "letters"] += 1;
    if (channel === used.at(-1)) steps.push(...claims.map((claim) => stepOf(claim, { messageId })));
  }
}

async function openCases(tx: Tx, debtorIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; debtorId: string }>(
    `select id, debtor_id as "debtorId" from collection_case where organisation_id = $1 and debtor_id = any($2::uuid[]) and closed_on is null`, [tx.organisationId, debtorIds]);
  return new Map(rows.map(({ id, debtorId }) => [debtorId, id]));
}

async function insertSteps(tx: Tx, steps: readonly StepRow[], day: PlainDate, versionId: string): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, round, taken_on, message_id, call_task_id)
     select $1, id, invoice_id, $2, step_key, round, $3, message_id, call_task_id
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::uuid[], $9::uuid[]) as step (id, invoice_id, step_key, round, message_id, call_task_id)`,
    [
      tx.organisationId, versionId, day, steps.map(() => newId()), steps.map(({ invoiceId }) => invoiceId), steps.map(({ stepKey }) => stepKey),
      steps.map(({ round }) => round), steps.map(({ messageId }) => messageId ?? null), steps.map(({ callTaskId }) => callTaskId ?? null),
    ],
  );
}
