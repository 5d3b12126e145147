import { addBusinessDays, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { clearTheLine, type Cleared } from "./clear-the-line";
import { placeHold } from "./place-hold";
import { shutTheDoor } from "./sending.queries";

/** A human looks again after so many business days, unless another day was named. */
const REVIEW_DAYS = 10;

export interface Brake {
  /** Undefined: for everybody. */
  readonly debtorId?: string;
  readonly reason: string;
  readonly reviewOn?: PlainDate;
  readonly ownerId?: string;
  readonly via?: "staff" | "portal" | "call";
}

/**
 * The emergency brake: in one transaction everything for a debtor stops, or for everybody. Queued messages that nobody asked for are
 * cancelled and the steps they stood for are open again, calls are taken from the list and from whoever had claimed them, our own offers of
 * terms don't run out before somebody looked, and an agency that has the case reads it there. A message being handed over at this very
 * moment has left when this commits; after it none does.
 */
export async function pullEmergencyBrake(tx: Tx, { debtorId, reason, reviewOn, ownerId, via }: Brake): Promise<{ holdId: string; cancelledMessages: number; cleared: Cleared }> {
  const review = reviewOn ?? addBusinessDays(dayOf(tx.now), REVIEW_DAYS);
  if (debtorId === undefined) await shutTheDoor(tx);
  const { holdId } = await placeHold(tx, { debtorId, kind: "brake", reason, reviewOn: review, ownerId: ownerId ?? (tx.actor.kind === "staff" ? tx.actor.id : undefined), via });
  const cleared = await clearTheLine(tx, debtorId, "emergency brake");
  await tx.query(
    `update plan set answer_by = greatest(answer_by, $3), version = version + 1
     where organisation_id = $1 and ($2::uuid is null or debtor_id = $2) and proposed_by = 'staff' and accepted_on is null and declined_on is null and ended_on is null and answer_by >= $4 and answer_by < $3`,
    [tx.organisationId, debtorId ?? null, review, dayOf(tx.now)],
  );
  await audit(tx, {
    action: "pull-emergency-brake", subject: debtorId ? "debtor" : "organisation", subjectId: debtorId ?? tx.organisationId,
    after: { reason, reviewOn: review, cancelledMessages: cleared.messages, closedCalls: cleared.calls, lapsedTasks: cleared.tasks },
  });
  return { holdId, cancelledMessages: cleared.messages, cleared };
}
