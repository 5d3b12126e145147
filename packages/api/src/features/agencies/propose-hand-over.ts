import type { PlainDate } from "@tegemoet/domain";
import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { claimOf, openParts } from "../ledger/claim-of";
import { requireComplete } from "./check-hand-over";

/**
 * Proposes to hand a case over to an agency; a second person decides. Nothing leaves and nothing is booked yet.
 *
 * Refuses with NOT_FOUND, CASE_CLOSED, HAND_OVER_EXISTS, AGENCY_NOT_REGISTERED, HAND_OVER_INCOMPLETE {faults}.
 */
export async function proposeHandOver(tx: Tx, { caseId, agencyId, today }: { caseId: string; agencyId: string; today: PlainDate }): Promise<string> {
  if (tx.actor.kind !== "staff" || !tx.actor.id) throw new Refusal("NOT_ALLOWED");
  const { row } = await requireComplete(tx, { caseId, agencyId, today });
  const claim = await claimOf(tx, { invoiceIds: row.invoices.map(({ invoiceId }) => invoiceId), asOf: today });
  const id = newId();
  const amounts = openParts(claim);
  await tx.query(
    `insert into hand_over (organisation_id, id, case_id, debtor_id, agency_id, proposed_by, proposed_at, principal_cents, interest_cents, costs_cents)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, id, caseId, row.debtorId, agencyId, tx.actor.id, tx.now, amounts.principalCents, amounts.interestCents, amounts.costsCents],
  );
  await audit(tx, { action: "propose-hand-over", subject: "hand-over", subjectId: id, after: { caseId, agencyId, ...amounts } });
  return id;
}
