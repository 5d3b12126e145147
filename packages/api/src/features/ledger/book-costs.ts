import { collectionCosts, split, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { audit } from "../../platform/audit";
import { bookEntry } from "./book-entry";

/**
 * Books the collection costs of one letter or notice over the principal that is still open of its invoices: principals are added
 * up, the scale is applied once (BW 6:96 lid 7), and the sum is spread over the invoices so that the parts make the whole.
 * For a consumer the database refuses it while the fourteen days haven't passed (BW 6:96 lid 6). Booking twice changes nothing.
 *
 * @param reference What the costs follow from: "letter:ID" or "notice:ID".
 * @param vatPercent Set for a creditor who can't set off VAT: the scale is raised by it (Besluit BIK art. 2 lid 3).
 * @returns The costs booked with their VAT, 0 when nothing is open any more.
 */
export async function bookCosts(
  tx: Tx,
  { invoiceIds, bookedOn, reference, vatPercent }: { invoiceIds: readonly string[]; bookedOn: PlainDate; reference: string; vatPercent?: number },
): Promise<Cents> {
  const open = await tx.query<{ invoiceId: string; debtorId: string; cents: Cents }>(
    `select invoice_id as "invoiceId", debtor_id as "debtorId", principal_cents as cents from invoice_standing
     where organisation_id = $1 and invoice_id = any($2::uuid[]) and principal_cents > 0 order by invoice_id for update`,
    [tx.organisationId, invoiceIds],
  );
  const principal = open.reduce((sum, { cents }) => sum + cents, 0);
  if (principal === 0) return 0;
  const { total } = collectionCosts(principal, vatPercent === undefined ? {} : { vatRate: vatPercent });
  const known = await tx.first("select 1 from ledger_entry where organisation_id = $1 and reference = $2", [tx.organisationId, `costs:${reference}`]);
  if (known) return 0;
  const parts = split(total, open.map(({ cents }) => cents));
  await bookEntry(tx, {
    kind: "costs",
    bookedOn,
    valueOn: bookedOn,
    reference: `costs:${reference}`,
    reason: "BW 6:96; Besluit BIK art. 2",
    postings: open.flatMap(({ invoiceId, debtorId }, index) => [
      { account: "receivable" as const, part: "costs" as const, debtorId, invoiceId, cents: parts[index] ?? 0 },
      { account: "costs-income" as const, debtorId, cents: -(parts[index] ?? 0) },
    ]),
  });
  await audit(tx, { action: "book-costs", subject: "debtor", subjectId: open[0]?.debtorId, after: { principal, total, reference } });
  return total;
}
