import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";

export interface LockedInvoice {
  invoiceId: string;
  number: string;
  openCents: number;
}

/** The debtor, locked first as the house does, with what an agreement needs of them. Refuses with NOT_FOUND. */
export async function lockDebtor(tx: Tx, debtorId: string): Promise<{ name: string; language: "nl" | "en"; email: string | null; phone: string | null }> {
  const debtor = await tx.first<{ name: string; language: "nl" | "en"; email: string | null; phone: string | null }>(
    "select name, language, email, phone from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]);
  if (!debtor) throw new Refusal("NOT_FOUND");
  return debtor;
}

/**
 * Invoices of a debtor with what is open of them, locked in their order; without ids everything that is open.
 *
 * Refuses with NOT_FOUND when one of the ids is no invoice of this debtor.
 */
export async function lockInvoices(tx: Tx, debtorId: string, invoiceIds: readonly string[] = []): Promise<LockedInvoice[]> {
  const ids = [...new Set(invoiceIds)];
  const rows = await tx.query<LockedInvoice>(
    `select standing.invoice_id as "invoiceId", invoice.number, standing.open_cents as "openCents"
     from invoice_standing standing join invoice on invoice.organisation_id = standing.organisation_id and invoice.id = standing.invoice_id
     where standing.organisation_id = $1 and standing.debtor_id = $2 and invoice.kind = 'invoice'
       and case when $4 then standing.invoice_id = any($3::uuid[]) else standing.open_cents > 0 end
     order by standing.invoice_id for update of standing`,
    [tx.organisationId, debtorId, ids, ids.length > 0],
  );
  if (ids.length > 0 && rows.length !== ids.length) throw new Refusal("NOT_FOUND");
  return rows;
}

/** The open case of a debtor, when there is one. */
export async function findOpenCaseId(tx: Tx, debtorId: string): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>("select id from collection_case where organisation_id = $1 and debtor_id = $2 and closed_on is null", [tx.organisationId, debtorId]);
  return row?.id;
}
