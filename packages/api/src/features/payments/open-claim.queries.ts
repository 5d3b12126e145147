import type { OpenClaim } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export type ClaimOfDebtor = OpenClaim & { debtorId: string };

/** What is open of invoices, part by part, locked in the order of the house until the end of the transaction. */
export async function lockOpenClaims(tx: Tx, invoiceIds: readonly string[]): Promise<Map<string, ClaimOfDebtor>> {
  if (invoiceIds.length === 0) return new Map();
  const claims = await tx.query<ClaimOfDebtor>(
    `select invoice_id as id, debtor_id as "debtorId", due_on as "dueOn", costs_cents as costs, interest_cents as interest, principal_cents as principal
     from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update`,
    [tx.organisationId, invoiceIds],
  );
  return new Map(claims.map((claim) => [claim.id, claim]));
}

/** Of these invoices the ones whose interest was ever asked for: on a payment it is asked for up to that day. */
export async function findClaimedInterest(reader: Reader, invoiceIds: readonly string[]): Promise<Set<string>> {
  if (invoiceIds.length === 0) return new Set();
  const rows = await reader.query<{ id: string }>(
    `select distinct invoice_id as id from posting where organisation_id = $1 and invoice_id = any($2::uuid[]) and account = 'receivable' and part = 'interest'`,
    [reader.organisationId, invoiceIds],
  );
  return new Set(rows.map(({ id }) => id));
}
