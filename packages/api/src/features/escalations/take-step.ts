import { isMessage, payBy, type LadderStep, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { openCallTask } from "../calls/open-call-task";
import { queueMessage, type NewMessage } from "../communications/queue-message";
import { openWorkTasks } from "./open-work-tasks";

/** How a debtor can be reached beside by post. */
export interface Reach {
  readonly email: string | null;
  readonly hasPhone: boolean;
}

export interface StepToTake {
  readonly debtorId: string;
  readonly caseId: string | undefined;
  readonly step: LadderStep;
  /** The second reminder, the third: of the furthest of its invoices. */
  readonly messageNumber: number;
  readonly reach: Reach;
  readonly lines: readonly { readonly invoiceId: string; readonly openCents: number }[];
  readonly day: PlainDate;
}

export interface TakenStep {
  readonly messageIds: readonly string[];
  readonly callTaskId?: string;
  readonly taskId?: string;
}

/**
 * Takes one step of a ladder by a person's word: the message stands in line from now on, the debtor on the call list, or a task on the work
 * list. What stands in line is decided again when it leaves, as always.
 */
export async function takeStep(tx: Tx, { debtorId, caseId, step, messageNumber, reach, lines, day }: StepToTake): Promise<TakenStep> {
  // A hand-over is proposed by a person; the step says that it is time to.
  if (step.channel === "hand-over") return { messageIds: [] };
  if (step.channel === "call") return { messageIds: [], callTaskId: (await openCallTask(tx, { debtorId, caseId, reason: "step", plannedOn: day })).taskId };
  if (!isMessage(step)) {
    const [taskId] = await openWorkTasks(tx, day, [{ debtorId, caseId, kind: "step", stepKey: step.id }]);
    return { messageIds: [], taskId };
  }
  const messageIds: string[] = [];
  for (const channel of channelsOf(step, reach)) {
    const { messageId } = await queueMessage(tx, messageOfStep(step, channel, {
      debtorId, caseId, messageNumber, day, sendAfter: tx.now, invoices: lines.map((line) => ({ ...line, stepKey: step.id })),
    }));
    messageIds.push(messageId);
  }
  return { messageIds };
}

/** What a step says to a debtor on a day, as it stands in line. */
export function messageOfStep(
  step: LadderStep, channel: NewMessage["channel"],
  { debtorId, caseId, sendAfter, invoices, messageNumber, day }: Pick<NewMessage, "debtorId" | "caseId" | "sendAfter" | "invoices"> & { messageNumber: number; day: PlainDate },
): NewMessage {
  return { debtorId, caseId, sendAfter, invoices, kind: step.template ?? step.id, channel, payBy: payBy(step, day) ?? undefined, facts: { messageNumber } };
}

/** Who can't be reached the way a step asks gets the letter that it would have been; the letter of the law goes both ways, the post's being the step. */
export function channelsOf(step: LadderStep, { email, hasPhone }: Reach): readonly ("mail" | "letter" | "sms")[] {
  if (step.channel === "sms" && hasPhone) return ["sms"];
  if (step.channel === "letter" || !email) return ["letter"];
  return step.channel === "mail-and-letter" ? ["mail", "letter"] : ["mail"];
}
