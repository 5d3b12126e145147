import type { PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export interface DisputeRow {
  id: string;
  debtorId: string;
  debtorName: string;
  caseId: string | null;
  invoiceId: string;
  invoiceNumber: string;
  cents: number;
  reason: string;
  text: string | null;
  raisedOn: PlainDate;
  deadlineOn: PlainDate;
  decidedOn: PlainDate | null;
  outcome: string | null;
  decision: string | null;
}

const SELECT = `
  select dispute.id, dispute.debtor_id as "debtorId", debtor.name as "debtorName", dispute.invoice_id as "invoiceId", invoice.number as "invoiceNumber",
    dispute.amount_cents as cents, dispute.reason, dispute.body_text as text, dispute.raised_on as "raisedOn", dispute.deadline_on as "deadlineOn",
    dispute.decided_on as "decidedOn", dispute.outcome, dispute.decision,
    (select id from collection_case where organisation_id = dispute.organisation_id and debtor_id = dispute.debtor_id and closed_on is null) as "caseId"
  from dispute
  join debtor on debtor.organisation_id = dispute.organisation_id and debtor.id = dispute.debtor_id
  join invoice on invoice.organisation_id = dispute.organisation_id and invoice.id = dispute.invoice_id`;

/** Disputes, the one that waits longest first. Without `open` both decided and undecided ones. */
export function listDisputeRows(reader: Reader, { debtorId, open }: { debtorId?: string; open?: boolean }): Promise<DisputeRow[]> {
  return reader.query<DisputeRow>(
    `${SELECT} where dispute.organisation_id = $1 and ($2::uuid is null or dispute.debtor_id = $2) and ($3::boolean is null or (dispute.decided_on is null) = $3)
     order by dispute.decided_on desc nulls first, dispute.deadline_on, dispute.id limit 500`,
    [reader.organisationId, debtorId ?? null, open ?? null],
  );
}

/** One dispute. */
export function findDispute(reader: Reader, disputeId: string): Promise<DisputeRow | undefined> {
  return reader.first<DisputeRow>(`${SELECT} where dispute.organisation_id = $1 and dispute.id = $2`, [reader.organisationId, disputeId]);
}

/** The same row, locked against a second decision. */
export function lockDispute(tx: Tx, disputeId: string): Promise<DisputeRow | undefined> {
  return tx.first<DisputeRow>(`${SELECT} where dispute.organisation_id = $1 and dispute.id = $2 for update of dispute`, [tx.organisationId, disputeId]);
}
