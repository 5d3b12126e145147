import { packEvidence, type LadderStep, type PlainDate } from "@tegemoet/domain";
import { auditAll, type AuditRow } from "../../platform/audit";
import { anyOf } from "../../platform/database/any-of";
import type { Tx } from "../../platform/database/transaction";
import { openCallTasks } from "../calls/open-call-task";
import { queueMessages, type NewMessage } from "../communications/queue-message";
import { decideChunk, type ClimbingClaim, type NightDecisions, type PlannedMessage } from "./decide-chunk";
import { keepFaults } from "./keep-faults";
import type { NightRules } from "./night-rules";
import { openWorkTasks } from "./open-work-tasks";
import { insertStepsTaken } from "./steps-taken.queries";
import { channelsOf, messageOfStep } from "./take-step";

export interface ClimbCounts {
  messages: number;
  letters: number;
  calls: number;
  /** Steps for a person: tasks of the ladder, and messages while the autopilot is off. */
  tasks: number;
  handOvers: number;
  /** Invoices that wait, each with a reason. */
  waiting: number;
  /** Reminders that our own check stopped. */
  stopped: number;
}

interface ChunkOrder {
  readonly debtorIds: readonly string[];
  readonly day: PlainDate;
  readonly sendAfter: Date;
  readonly rules: NightRules;
}

/** What a chunk writes, gathered first and written in a few statements. */
interface Written {
  readonly steps: StepRow[];
  readonly audits: AuditRow[];
}

interface StepRow {
  readonly claim: ClimbingClaim;
  readonly messageId?: string;
  readonly callTaskId?: string;
  readonly taskId?: string;
}

/** Decides and writes the steps of some debtors, in the caller's transaction. */
export async function climbChunk(tx: Tx, { debtorIds, day, sendAfter, rules }: ChunkOrder): Promise<ClimbCounts> {
  // Other chunks are under way beside this one: what is left of the machine is theirs.
  await tx.query("set local max_parallel_workers_per_gather = 0");
  // A brake takes its debtor for itself: one that comes now waits for this chunk and cancels what it queued, one that came before is read.
  await tx.query(`select 1 from debtor where organisation_id = $1 and id = ${anyOf("$2")} order by id for key share`, [tx.organisationId, debtorIds]);
  const night = await decideChunk(tx, debtorIds, day, rules, tx.now);
  const written: Written = { steps: [], audits: [] };
  const sent = await writeMessages(tx, night.messages, day, sendAfter, written);
  const calls = await writeCalls(tx, night.calls, day, written);
  await writeTasks(tx, night, day, written);
  // A hand-over is proposed by a person; the step says that it is time to.
  for (const claim of night.handOvers) take(written, "debtor", claim.row.debtorId, claim.decision.take, [claim], {});
  await insertStepsTaken(tx, day, written.steps.map(({ claim, messageId, callTaskId, taskId }) => ({
    invoiceId: claim.row.invoiceId, ladderVersionId: claim.ladder.versionId, stepKey: claim.decision.take.id, round: claim.decision.occurrence, messageId, callTaskId, taskId,
  })));
  await keepFaults(tx, night.decided.flatMap(({ row, checks }) => (checks.length > 0 ? [{ invoiceId: row.invoiceId, results: checks }] : [])), day);
  await auditAll(tx, written.audits);
  return { ...sent, calls, tasks: night.tasks.length, handOvers: night.handOvers.length, ...countWaiting(night) };
}

function countWaiting({ decided, held }: NightDecisions): Pick<ClimbCounts, "waiting" | "stopped"> {
  const waits = decided.flatMap(({ decision }) => ("wait" in decision ? [decision.wait] : []));
  return { waiting: waits.length + held.length, stopped: waits.filter((wait) => wait === "self-check failed").length };
}

/** Steps that were taken for one debtor, by what they became. */
function take(written: Written, subject: string, subjectId: string, step: LadderStep, claims: readonly ClimbingClaim[], done: Omit<StepRow, "claim">): void {
  for (const claim of claims) written.steps.push({ claim, messageId: done.messageId, callTaskId: done.callTaskId, taskId: done.taskId });
  written.audits.push({ action: "take-step", subject, subjectId, after: { step: step.id, invoiceIds: claims.map(({ row }) => row.invoiceId) } });
}

async function writeMessages(tx: Tx, messages: readonly PlannedMessage[], day: PlainDate, sendAfter: Date, written: Written): Promise<Pick<ClimbCounts, "messages" | "letters">> {
  const queued = messages.flatMap((message) => channelsOf(message.step, message.claims[0]?.row ?? { email: null, hasPhone: false }).map((channel, index, channels) => ({ message, channel, isStep: index === channels.length - 1 })));
  const ids = await queueMessages(tx, queued.map(({ message, channel }) => messageOf(message, channel, day, sendAfter)));
  for (const [index, { message, isStep }] of queued.entries()) {
    // The letter of the law goes by post and by mail; the step is the post's, whose delivery the law presumes.
    if (isStep) take(written, "message", ids[index] ?? "", message.step, message.claims, { messageId: ids[index] });
  }
  const letters = queued.filter(({ channel }) => channel === "letter").length;
  return { letters, messages: queued.length - letters };
}

function messageOf({ debtorId, step, claims, messageNumber }: PlannedMessage, channel: NewMessage["channel"], day: PlainDate, sendAfter: Date): NewMessage {
  return messageOfStep(step, channel, {
    debtorId, caseId: claims[0]?.row.caseId ?? undefined, messageNumber, day, sendAfter,
    invoices: claims.map(({ row, decision, checks }) => ({
      invoiceId: row.invoiceId, openCents: row.openCents, stepKey: decision.take.id, checked: checks.length > 0 ? packEvidence(checks) : undefined,
    })),
  });
}

async function writeCalls(tx: Tx, calls: readonly ClimbingClaim[], day: PlainDate, written: Written): Promise<number> {
  const ofDebtor = new Map<string, ClimbingClaim[]>();
  for (const claim of calls) ofDebtor.set(claim.row.debtorId, [...(ofDebtor.get(claim.row.debtorId) ?? []), claim]);
  const opened = await openCallTasks(tx, [...ofDebtor].map(([debtorId, [claim]]) => ({
    debtorId, caseId: claim?.row.caseId ?? undefined, reason: "step", plannedOn: day, ownerId: claim?.decision.take.ownerId,
  })));
  for (const [debtorId, claims] of ofDebtor) {
    const taskId = opened.get(debtorId)?.taskId;
    if (claims[0] && taskId) take(written, "call-task", taskId, claims[0].decision.take, claims, { callTaskId: taskId });
  }
  return calls.length;
}

async function writeTasks(tx: Tx, { tasks }: NightDecisions, day: PlainDate, written: Written): Promise<void> {
  const ids = await openWorkTasks(tx, day, tasks.map(({ debtorId, kind, step, claims }) => ({
    debtorId, caseId: claims[0]?.row.caseId, kind, stepKey: step.id, ownerId: step.ownerId ?? null,
  })));
  for (const [index, { step, claims }] of tasks.entries()) take(written, "work-task", ids[index] ?? "", step, claims, { taskId: ids[index] });
}
