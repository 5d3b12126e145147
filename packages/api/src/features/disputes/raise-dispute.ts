import { addBusinessDays, Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { lockDebtor, lockInvoices } from "../calls/open-invoices.queries";
import { queueMessage } from "../communications/queue-message";

/** Business days in which we answer. */
export const DISPUTE_ANSWER_DAYS = 5;

export interface NewDispute {
  readonly debtorId: string;
  readonly invoiceId: string;
  /** Without it everything that is open of the invoice. */
  readonly amountCents?: Cents;
  readonly reason: string;
  readonly text?: string;
  readonly via: "portal" | "call" | "staff" | "reply";
  readonly today: PlainDate;
}

/**
 * Keeps what is wrong with an invoice, with the day of our answer; reminders about the amount wait for it, and the debtor gets word.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN, NOTHING_OPEN, DISPUTE_EXISTS.
 */
export async function raiseDispute(tx: Tx, dispute: NewDispute): Promise<{ disputeId: string; deadlineOn: PlainDate; amountCents: Cents }> {
  const { debtorId, invoiceId, today } = dispute;
  const debtor = await lockDebtor(tx, debtorId);
  const [invoice] = await lockInvoices(tx, debtorId, [invoiceId]);
  if (!invoice) throw new Refusal("NOT_FOUND");
  if (invoice.openCents === 0) throw new Refusal("NOTHING_OPEN");
  const amountCents = dispute.amountCents ?? invoice.openCents;
  if (amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { cents: amountCents });
  if (amountCents > invoice.openCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { cents: amountCents, openCents: invoice.openCents });
  const known = await tx.first("select 1 from dispute where organisation_id = $1 and invoice_id = $2 and decided_on is null", [tx.organisationId, invoiceId]);
  if (known) throw new Refusal("DISPUTE_EXISTS");
  const disputeId = newId();
  const deadlineOn = addBusinessDays(today, DISPUTE_ANSWER_DAYS);
  await tx.query(
    `insert into dispute (organisation_id, id, debtor_id, invoice_id, amount_cents, reason, body_text, raised_on, raised_via, deadline_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, disputeId, debtorId, invoiceId, amountCents, dispute.reason, dispute.text ?? null, today, dispute.via, deadlineOn],
  );
  if (debtor.email) {
    await queueMessage(tx, {
      debtorId, kind: "dispute-received", channel: "mail", invoices: [{ invoiceId, openCents: invoice.openCents }], sendAfter: tx.now, facts: { disputeId }, byRequest: true,
    });
  }
  await audit(tx, { action: "raise-dispute", subject: "dispute", subjectId: disputeId, after: { invoiceId, amountCents, reason: dispute.reason, via: dispute.via } });
  return { disputeId, deadlineOn, amountCents };
}
