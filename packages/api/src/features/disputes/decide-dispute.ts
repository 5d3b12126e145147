import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { queueMessage } from "../communications/queue-message";
import { lockDispute } from "./dispute.queries";

export const DISPUTE_OUTCOMES = ["agreed", "partly", "rejected", "withdrawn"] as const;

/**
 * Answers a dispute; the flow goes on where it was, and the debtor hears our answer. A credit note for what was right comes from the
 * books, not from here.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID for another outcome, DISPUTE_DECIDED.
 */
export async function decideDispute(tx: Tx, { disputeId, outcome, text, today }: { disputeId: string; outcome: string; text: string; today: PlainDate }): Promise<void> {
  if (!(DISPUTE_OUTCOMES as readonly string[]).includes(outcome)) throw new Refusal("INPUT_INVALID", { fields: [`outcome: one of ${DISPUTE_OUTCOMES.join(", ")}`] });
  const dispute = await lockDispute(tx, disputeId);
  if (!dispute) throw new Refusal("NOT_FOUND");
  if (dispute.decidedOn) throw new Refusal("DISPUTE_DECIDED", { decidedOn: dispute.decidedOn, outcome: dispute.outcome });
  await tx.query(
    "update dispute set decided_on = $3, outcome = $4, decision = $5, decided_by = $6 where organisation_id = $1 and id = $2",
    [tx.organisationId, disputeId, today, outcome, text, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  const mail = outcome === "withdrawn" ? undefined : await tx.first<{ openCents: number }>(
    `select coalesce(standing.open_cents, 0)::bigint as "openCents" from debtor
     left join invoice_standing standing on standing.organisation_id = debtor.organisation_id and standing.invoice_id = $3
     where debtor.organisation_id = $1 and debtor.id = $2 and debtor.email is not null`, [tx.organisationId, dispute.debtorId, dispute.invoiceId]);
  if (mail) {
    await queueMessage(tx, {
      debtorId: dispute.debtorId, kind: "dispute-decided", channel: "mail", invoices: [{ invoiceId: dispute.invoiceId, openCents: mail.openCents }], sendAfter: tx.now,
      facts: { disputeId }, byRequest: true,
    });
  }
  await audit(tx, { action: "decide-dispute", subject: "dispute", subjectId: disputeId, after: { outcome, text } });
}
