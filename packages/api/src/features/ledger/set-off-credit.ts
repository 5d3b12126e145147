import { imputePayment, Refusal, type Cents, type ImputedAllocation, type OpenClaim } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findOrganisation } from "../organisations/organisation.queries";
import { bookEntry } from "./book-entry";
import { bookInterest } from "./book-interest";
import { correctInterest } from "./correct-interest";
import { lockCredit } from "./credit.queries";

export interface CreditToSetOff {
  readonly creditNoteId: string;
  readonly allocations: readonly { readonly invoiceId: string; readonly cents: Cents }[];
}

/**
 * Sets what is left of a credit note off against open invoices of the same debtor. It counts from the first day on which both stood
 * against each other (BW 6:129), and pays within an invoice as money does: costs, interest, principal (BW 6:137 with 6:44).
 *
 * Refuses with NOT_FOUND (a credit note or invoice that isn't there, or of another debtor), AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE (more than
 * the credit note has), AMOUNT_ABOVE_OPEN and INPUT_INVALID (nothing named, an invoice twice).
 *
 * @returns What it paid, part by part.
 */
export async function setOffCredit(tx: Tx, { creditNoteId, allocations }: CreditToSetOff): Promise<ImputedAllocation[]> {
  const credit = await lockCredit(tx, creditNoteId);
  holdAgainstCredit(allocations, credit.leftCents);
  const invoiceIds = allocations.map(({ invoiceId }) => invoiceId).sort();
  const days = await tx.query<{ id: string; on: string }>(
    `select invoice.id, greatest(invoice.issued_on, $4::date) as on from invoice_standing standing
     join invoice on invoice.organisation_id = standing.organisation_id and invoice.id = standing.invoice_id
     where standing.organisation_id = $1 and standing.debtor_id = $2 and standing.invoice_id = any($3::uuid[]) order by standing.invoice_id for update of standing`,
    [tx.organisationId, credit.debtorId, invoiceIds, credit.issuedOn],
  );
  if (days.length < invoiceIds.length) throw new Refusal("NOT_FOUND");
  const bookedOn = dayOf(tx.now);
  const { imputationOrder: order } = await findOrganisation(tx);
  const parts: ImputedAllocation[] = [];
  for (const { invoiceId, cents } of allocations) {
    const valueOn = days.find(({ id }) => id === invoiceId)?.on ?? credit.issuedOn;
    await bookInterest(tx, { invoiceIds: [invoiceId], until: valueOn, bookedOn, onlyClaimed: true });
    const claim = await openClaim(tx, invoiceId);
    const open = claim.costs + claim.interest + claim.principal;
    if (cents > open) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: cents, open });
    const { allocations: paid } = imputePayment({ amount: cents, claims: [claim], designation: [invoiceId], order, on: valueOn });
    await bookEntry(tx, {
      kind: "allocation", bookedOn, valueOn, reference: `set-off:${creditNoteId}:${invoiceId}:${newId()}`, reason: `BW 6:127, 6:137; ${paid[0]?.article ?? "BW 6:44"}`,
      postings: [
        { account: "receivable", part: "principal", debtorId: credit.debtorId, invoiceId: creditNoteId, cents },
        ...paid.map(({ part, amount }) => ({ account: "receivable" as const, part, debtorId: credit.debtorId, invoiceId, cents: -amount })),
      ],
    });
    parts.push(...paid);
  }
  await correctInterest(tx, invoiceIds);
  await audit(tx, { action: "set-off-credit", subject: "invoice", subjectId: creditNoteId, before: { leftCents: credit.leftCents }, after: { allocations } });
  return parts;
}

function holdAgainstCredit(allocations: CreditToSetOff["allocations"], left: Cents): void {
  if (allocations.length === 0) throw new Refusal("INPUT_INVALID", { fields: ["allocations: at least one invoice"] });
  if (new Set(allocations.map(({ invoiceId }) => invoiceId)).size < allocations.length) throw new Refusal("INPUT_INVALID", { fields: ["allocations: each invoice once"] });
  for (const { cents } of allocations) if (cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: cents });
  const total = allocations.reduce((sum, { cents }) => sum + cents, 0);
  if (total > left) throw new Refusal("AMOUNT_TOO_LARGE", { amount: total, most: left });
}

async function openClaim(tx: Tx, invoiceId: string): Promise<OpenClaim> {
  const claim = await tx.first<OpenClaim>(
    `select invoice_id as id, due_on as "dueOn", costs_cents as costs, interest_cents as interest, principal_cents as principal
     from invoice_standing where organisation_id = $1 and invoice_id = $2`,
    [tx.organisationId, invoiceId],
  );
  if (!claim) throw new Refusal("NOT_FOUND");
  return claim;
}
